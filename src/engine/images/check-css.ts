import type { Point } from 'unist';

type CssProblem = { reason: string; point: Point };

/** The maximum length of an address in a message, in characters. */
const maxShownLength = 60;

/**
 * Reports external references in the styles of a drawing. `start` is where their text begins. Escapes are rejected,
 * because they could hide a reference.
 */
export function checkCss(css: string, start: Point): CssProblem[] {
  const escapes = [...css.matchAll(/\\/g)].slice(0, 1).map(({ index }) => ({
    index,
    reason: 'Invalid style: expected none with a backslash, which can hide a reference',
  }));
  const imports = [...css.matchAll(/@import/gi)].map(({ index }) => ({
    index,
    reason: 'Invalid `@import`: expected styles within the file',
  }));
  return [...escapes, ...imports, ...referencesIn(css)].map(({ index, reason }) => ({
    reason,
    point: pointAt(css, { index, start }),
  }));
}

/**
 * Does the same for an attribute other than `style`, such as `fill`. There a backslash matters only in a function's
 * name.
 */
export const checkPaint = (value: string, start: Point): CssProblem[] =>
  value.includes('(') ? checkCss(value, start) : [];

function referencesIn(css: string): { index: number; reason: string }[] {
  const urls = [...css.matchAll(/url\(\s*["']?([^"')]*)/gi)].filter(([, url = '']) => !url.trim().startsWith('#'));
  const others = [...css.matchAll(/(?:image-set|image|src)\(\s*["']([^"')]*)/gi)];
  return [...urls, ...others].map(({ index, 1: url = '' }) => ({ index, reason: reasonAgainstReference(url) }));
}

/** Returns the message for a reference that leads out of an SVG. */
export function reasonAgainstReference(reference: string): string {
  const url = reference.trim().replace(/\s+/g, ' ');
  const start = url.length > maxShownLength ? `${url.slice(0, maxShownLength)}…` : url;
  return `Invalid reference to \`${start}\`: expected one within the file, as \`#name\``;
}

function pointAt(css: string, { index, start }: { index: number; start: Point }): Point {
  const lines = css.slice(0, index).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return lines.length === 1
    ? { line: start.line, column: start.column + column - 1 }
    : { line: start.line + lines.length - 1, column };
}

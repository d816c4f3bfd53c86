import type { Unit } from './units.ts';

/** How the draft interface compares a prefix with a block: without case, with white space folded and plain punctuation. */
export const normalise = (text: string): string =>
  text
    .replace(/[‘’‚‛′ʹʼ]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/**
 * The shortest start of a unit's Markdown, whole words, that no other block and no item of a list starts with; null where
 * there is none. `others` are what else stands in the draft, or will.
 */
export function prefixOf({ markdown }: Unit, others: readonly Unit[]): string | null {
  const starts = others.flatMap((unit) => startsOf(unit.markdown)).map(normalise);
  const own = startsOf(markdown).slice(1).map(normalise);
  const words = markdown.trimStart().split(/(?<=\s)(?=\S)/);
  for (let count = Math.min(6, words.length); count <= words.length; count += count < 40 ? 2 : 40) {
    const prefix = words.slice(0, count).join('').trimEnd();
    const wanted = normalise(prefix);
    if (wanted !== '' && ![...starts, ...own].some((start) => start.startsWith(wanted))) return prefix;
  }
  const whole = normalise(markdown);
  return whole !== '' && ![...starts, ...own].some((start) => start.startsWith(whole)) ? markdown.trim() : null;
}

/** A block's Markdown, and that of each item of a list. */
const startsOf = (markdown: string): string[] => [
  markdown,
  ...markdown.split('\n').flatMap((line) => /^\s*(?:[*+-]|\d+[.)])\s+(.*)$/.exec(line)?.[1] ?? []),
];

import type MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.js';

/** A formula in the forum's Markdown: its end, and its HTML before escaping. */
type Formula = { end: number; content: string };

/**
 * Adds the forum's own math: `\\(…\\)`, `\\[…\\]` and bare environments before `escape`, `$…$` and `$$…$$` last.
 *
 * The block rules have already read the lines, and nothing inside is escaped. The HTML contains the delimiters `\(…\)`
 * and `\[…\]` as text, which MathJax finds. Source: `lib/utils/markdownMathjax.ts`.
 */
export function math(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', ruleOf(readBrackets));
  markdown.inline.ruler.push('dollars', ruleOf(readDollars));
  markdown.renderer.rules.math = (tokens, index) => escape(tokens[index]?.content ?? '');
}

const ruleOf =
  (read: (src: string, pos: number) => Formula | null) =>
  (state: StateInline, silent: boolean): boolean => {
    const formula = read(state.src, state.pos);
    if (formula === null) return false;
    if (!silent) state.push('math', '', 0).content = formula.content;
    state.pos = formula.end;
    return true;
  };

const escape = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', ' ');

const brackets = [
  ['\\\\(', '\\\\)'],
  ['\\\\[', '\\\\]'],
] as const;

function readBrackets(src: string, pos: number): Formula | null {
  if (src[pos] !== '\\') return null;
  const environment = /^\\begin\{([^}]*)\}/.exec(src.slice(pos))?.[1];
  if (environment !== undefined) {
    const end = endOf(src, `\\end{${environment}}`, pos);
    return end === null ? null : { end, content: src.slice(pos, end) };
  }
  for (const [open, close] of brackets) {
    const end = src.startsWith(open, pos) ? endOf(src, close, pos + open.length) : null;
    if (end !== null) return { end, content: src.slice(pos + 1, end - close.length) + close.slice(1) };
  }
  return null;
}

/**
 * Reads up to the next `$` or `$$`. Returns null if it follows a backslash, or if a single `$` is beside white space or
 * before a digit.
 */
function readDollars(src: string, pos: number): Formula | null {
  const [marker = ''] = /^\$\$?/.exec(src.slice(pos)) ?? [];
  const start = pos + marker.length;
  const end = marker === '' ? null : endOf(src, marker, start);
  if (end === null) return null;
  const tex = src.slice(start, end - marker.length);
  if (src[end - marker.length - 1] === '\\') return null;
  if (marker === '$$') return src[start] === '$' ? null : { end, content: `\\[${tex}\\]` };
  return /^[ \t\n]|[ \t\n]$/.test(tex) || /\d/.test(src[end] ?? '') ? null : { end, content: `\\(${tex}\\)` };
}

function endOf(src: string, marker: string, from: number): number | null {
  const start = src.indexOf(marker, from);
  return start < 0 ? null : start + marker.length;
}

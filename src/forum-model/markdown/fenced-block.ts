import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.js';

/** A block between two marker lines: what it opens with, what ends it, and the HTML around its content. */
export type FencedBlock = {
  name: string;
  /** The HTML before the content where a line opens a block, else null. */
  open: (line: string) => string | null;
  /** Whether a line ends the block that `opening` began. */
  closes: (line: string, opening: string) => boolean;
  /** What is made of a block that no line ends: no block, or one that holds the rest. */
  withoutEnd: 'none' | 'rest';
  after: string;
};

/** Adds a block whose content, between two marker lines, is Markdown. */
export function fencedBlock(markdown: MarkdownIt, { name, open, closes, withoutEnd, after }: FencedBlock): void {
  const rule = (state: StateBlock, start: number, end: number, silent: boolean): boolean => {
    const opening = lineOf(state, start);
    const before = open(opening);
    if (before === null) return false;
    const closing = lastLine(state, { start, end, isLast: (line) => closes(line, opening) });
    if (closing === null && withoutEnd === 'none') return false;
    if (silent) return true;
    readInside(state, { first: start + 1, last: closing ?? end, name, before });
    state.line = closing === null ? end : closing + 1;
    return true;
  };
  markdown.block.ruler.before('fence', name, rule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  markdown.renderer.rules[`${name}_open`] = (tokens, index) => tokens[index]?.content ?? '';
  markdown.renderer.rules[`${name}_close`] = () => after;
}

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();

type Lines = { start: number; end: number; isLast: (line: string) => boolean };

function lastLine(state: StateBlock, { start, end, isLast }: Lines): number | null {
  for (let line = start + 1; line < end; line++) if (isLast(lineOf(state, line))) return line;
  return null;
}

function readInside(
  state: StateBlock,
  { first, last, name, before }: { first: number; last: number; name: string; before: string },
): void {
  const { lineMax } = state;
  state.push(`${name}_open`, 'div', 1).content = before;
  state.lineMax = last;
  state.md.block.tokenize(state, first, last);
  state.push(`${name}_close`, 'div', -1);
  state.lineMax = lineMax;
}

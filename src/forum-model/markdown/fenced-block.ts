import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.js';

/** A block between two marker lines: its opening, its end, and the HTML around its content. */
type FencedBlock = {
  name: string;
  /** Returns the HTML before the content if a line opens a block, otherwise null. */
  open: (line: string) => string | null;
  /** Returns true if a line ends the block that `opening` began. `indent` is its indentation within its parent. */
  closes: (line: string, opening: string, indent: number) => boolean;
  /** True if a block may have no content except white space. */
  mayBeEmpty: boolean;
  after: string;
};

/** Adds a block with Markdown content between two marker lines. Without an end line, it ends with its parent. */
export function fencedBlock(markdown: MarkdownIt, { name, open, closes, mayBeEmpty, after }: FencedBlock): void {
  const rule = (state: StateBlock, start: number, end: number, silent: boolean): boolean => {
    const opening = lineOf(state, start);
    const before = open(opening);
    if (before === null) return false;
    if (silent) return true;
    const last = lastLine(state, { start, end, closes: (line, indent) => closes(line, opening, indent) });
    if (!mayBeEmpty && isBlank(state, start + 1, last.line)) return false;
    readInside(state, { first: start + 1, last: last.line, name, before });
    state.line = last.isMarker ? last.line + 1 : last.line;
    return true;
  };
  markdown.block.ruler.before('fence', name, rule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  markdown.renderer.rules[`${name}_open`] = (tokens, index) => tokens[index]?.content ?? '';
  markdown.renderer.rules[`${name}_close`] = () => after;
}

/** Returns the source of a line without its indentation. */
export const sourceOfLine = ({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string =>
  src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);

const lineOf = (state: StateBlock, line: number): string => sourceOfLine(state, line).trim();

function isBlank(state: StateBlock, first: number, end: number): boolean {
  for (let line = first; line < end; line += 1) if (lineOf(state, line) !== '') return false;
  return true;
}

type Lines = { start: number; end: number; closes: (line: string, indent: number) => boolean };

function lastLine(state: StateBlock, { start, end, closes }: Lines): { line: number; isMarker: boolean } {
  for (let line = start + 1; line < end; line += 1) {
    const indent = (state.sCount[line] ?? 0) - state.blkIndent;
    const text = lineOf(state, line);
    if (text !== '' && indent < 0) return { line, isMarker: false };
    if (closes(text, indent)) return { line, isMarker: true };
  }
  return { line: end, isMarker: false };
}

function readInside(
  state: StateBlock,
  { first, last, name, before }: { first: number; last: number; name: string; before: string },
): void {
  const { lineMax, parentType } = state;
  state.push(`${name}_open`, 'div', 1).content = before;
  state.parentType = 'reference';
  state.lineMax = last;
  state.md.block.tokenize(state, first, last);
  state.push(`${name}_close`, 'div', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
}

import type { Root } from 'mdast';
import { collapse, joinCells, normalFormOf } from './normal-form.ts';
import { findDeepMarkdown } from './model/nesting.ts';
import { createSyntax } from './remark/syntax.ts';

/** A word put before the sentence, so that `1.`, `-` or `|` at its start does not begin a list or table. */
const before = 'x ';

const syntax = createSyntax().freeze();

/** Returns the normal form of a sentence or table row in the syntax of essays; null if it cannot be parsed. */
export function parseSentence(source: string): string | null {
  const line = collapse(source.replaceAll('\\\n', ' '));
  if (findDeepMarkdown(line) !== null) return null;
  if (!/^\|.*(?<!\\)\|$/.test(line)) return parseWords(line);
  const cells = line.slice(1, -1).split(/(?<!\\)\|/);
  const normals = cells.flatMap((cell) => parseWords(cell.trim()) ?? []);
  return normals.length < cells.length ? null : joinCells(normals);
}

function parseWords(words: string): string | null {
  const paragraph = parse(`${before}${words}${footnotesOf(words)}`)?.children[0];
  return paragraph?.type === 'paragraph' ? normalFormOf(paragraph.children).slice(before.length) : null;
}

/** Returns definitions for the footnotes of a line; without one, a footnote call would be parsed as text. */
const footnotesOf = (line: string): string =>
  [...line.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)].map(([call]) => `\n\n${call}: x`).join('');

function parse(text: string): Root | null {
  try {
    return syntax.parse(text);
  } catch {
    return null;
  }
}

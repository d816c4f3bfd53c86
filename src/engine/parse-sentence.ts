import type { Root } from 'mdast';
import { collapse, normalFormOf, spacePipes } from './normal-form.ts';
import { findDeepMarkdown } from './model/nesting.ts';
import { createSyntax } from './remark/syntax.ts';

/** A word before the sentence, so that `1.`, `-` or `|` at its start begins no list or table. */
const before = 'x ';

const syntax = createSyntax().freeze();

/** The normal form of a sentence or of the row of a table, as an essay would write it; null where it cannot be read. */
export function parseSentence(source: string): string | null {
  const line = collapse(source.replaceAll('\\\n', ' '));
  if (findDeepMarkdown(line) !== null) return null;
  const paragraph = parse(`${before}${line}${footnotesOf(line)}`)?.children[0];
  if (paragraph?.type !== 'paragraph') return null;
  const normal = normalFormOf(paragraph.children).slice(before.length);
  return /^\|.*\|$/.test(line) ? spacePipes(normal) : normal;
}

/** Without a definition the call of a footnote would be text. */
const footnotesOf = (line: string): string =>
  [...line.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)].map(([call]) => `\n\n${call}: x`).join('');

function parse(text: string): Root | null {
  try {
    return syntax.parse(text);
  } catch {
    return null;
  }
}

import type { Nodes, PhrasingContent, TableRow } from 'mdast';
import { isPhrase, type Citation, type CitationItem } from './model/nodes.ts';
import { formatKey, formatLocator } from './remark/citation-syntax/index.ts';

/**
 * Placeholders for nodes in a text that is split into sentences. The segmenter treats `word` as a capital letter, which
 * may begin a sentence.
 */
export const placeholders = { citation: '\u{E000}', word: '\u{24CF}' } as const;

/** Any placeholder, one at a time. */
export const anyPlaceholder = /[\u{E000}\u{24CF}]/gu;

/**
 * Returns the normal form of the words of a sentence, in the syntax of essays. It is NFC, with spaces collapsed,
 * citations as `[@key, p. 4]` and formulas as TeX between dollars. Emphasis, code marks, notes and link addresses are
 * dropped.
 *
 * Idempotent: the normal form, parsed as a sentence, has itself as its normal form.
 */
export const normalFormOf = (nodes: readonly PhrasingContent[]): string => collapse(nodes.map(normalOf).join(''));

/** Returns the normal form of a table row: `| a | b |`. */
export const normalFormOfRow = ({ children }: TableRow): string =>
  joinCells(children.map((cell) => normalFormOf(cell.children)));

/** Joins cells in normal form into a row. */
export const joinCells = (cells: readonly string[]): string => collapse(`| ${cells.join(' | ')} |`);

/** Collapses white space into single spaces, and normalises to NFC. */
export const collapse = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Escapes text that Markdown would read as syntax, including addresses that would become links. */
export const escapeText = (text: string): string =>
  text
    .replace(anyPlaceholder, '')
    .replace(/[\\`*_{}[\]<$~|]|(?<![\p{L}\p{N}_/@\\])@|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\./gu, (sign) => `\\${sign}`);

/** Returns the normal form of an inline node, without collapsing its spaces. */
export function normalOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return escapeText(node.value);
    case 'inlineMath':
      return node.value.includes('$') ? `$$${node.value}$$` : `$${node.value}$`;
    case 'citation':
      return normalCitation(node);
    case 'crossReference':
      return `[](${node.named ?? ''}#${node.target})`;
    case 'link':
      if (node.children.length === 0) return `[](${node.url})`;
      return node.children.map(normalOf).join('');
    case 'break':
      return ' ';
    case 'emphasis':
    case 'strong':
    case 'delete':
      return node.children.map(normalOf).join('');
    // As `support.yaml` may contain it.
    case 'mdxJsxTextElement':
      return node.name === 'Term' ? node.children.map(normalOf).join('') : '';
    case 'component':
      return isPhrase(node) ? node.children.map(normalOf).join('') : '';
    default:
      return '';
  }
}

const normalCitation = ({ items }: Citation): string => `[${items.map(normalItem).join('; ')}]`;

function normalItem({ prefix, key, locator, suffix }: CitationItem): string {
  const [before, after] = [prefix, suffix].map((words) => collapse(words.map(normalOf).join('')));
  const place = locator === null ? '' : formatLocator(locator);
  return `${before === '' ? '' : `${before} `}${formatKey(key)}${place}${joinSuffix(after ?? '')}`;
}

const joinSuffix = (words: string): string => (words === '' || /^[\p{P}]/u.test(words) ? words : ` ${words}`);

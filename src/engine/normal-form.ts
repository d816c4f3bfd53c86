import type { Nodes, PhrasingContent, TableRow } from 'mdast';
import { isPhrase, type Citation, type CitationItem } from './model/nodes.ts';
import { formatKey, formatLocator } from './remark/citation-syntax/index.ts';

/** Stand for nodes in a text that is split into sentences: `word` is a capital letter to the segmenter, and may begin one. */
export const placeholders = { citation: '\u{E000}', word: '\u{24CF}' } as const;

/** Any placeholder, one at a time. */
export const anyPlaceholder = /[\u{E000}\u{24CF}]/gu;

/**
 * The normal form of words of a sentence, in the syntax of essays: NFC, spaces collapsed, emphasis, code marks, notes and
 * addresses of links dropped, every citation as `[@key, p. 4]`, formulas as TeX between dollars.
 *
 * Read as a sentence again it gives itself.
 */
export const normalFormOf = (nodes: readonly PhrasingContent[]): string => collapse(nodes.map(normalOf).join(''));

/** The normal form of a row of a table: `| a | b |`. */
export const normalFormOfRow = ({ children }: TableRow): string =>
  joinCells(children.map((cell) => normalFormOf(cell.children)));

/** Cells in normal form as a row. */
export const joinCells = (cells: readonly string[]): string => collapse(`| ${cells.join(' | ')} |`);

/** Whitespace as single spaces, in Unicode's composed form. */
export const collapse = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Text that Markdown would read as something else, an address as a link among it, with backslashes. */
export const escapeText = (text: string): string =>
  text
    .replace(anyPlaceholder, '')
    .replace(/[\\`*_{}[\]<$~|]|(?<![\p{L}\p{N}_/@\\])@|&(?=#?\w+;)|:(?=\/\/)|(?<=\bwww)\./gu, (sign) => `\\${sign}`);

/** A node within a sentence in normal form, its spaces as they are. */
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
    // As `support.yaml` may write it.
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

import type { Nodes, PhrasingContent, TableRow } from 'mdast';
import type { Citation, CitationItem } from './model/nodes.ts';
import { formatKey, formatLocator } from './remark/citation-syntax/index.ts';

/** Stand for nodes in a text that is split into sentences; no content of ours holds them. */
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
  spacePipes(`|${children.map((cell) => normalFormOf(cell.children)).join('|')}|`);

/** Whitespace as single spaces, in Unicode's composed form. */
export const collapse = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The one spacing of a row. */
export const spacePipes = (row: string): string => row.replace(/\s*(?<!\\)\|\s*/g, ' | ').trim();

/** Text that Markdown would read as something else, with backslashes. */
export const escapeText = (text: string): string =>
  text
    .replace(anyPlaceholder, '')
    .replace(/[\\`*_{}[\]<$]|(?<![\p{L}\p{N}_/@\\])@|~(?=~)|&(?=#?\w+;)/gu, (sign) => `\\${sign}`);

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
      return `[](#${node.target})`;
    case 'link':
      if (node.children.length === 0) return `[](${node.url})`;
      return literalAddress(node) ?? node.children.map(normalOf).join('');
    case 'break':
      return ' ';
    case 'emphasis':
    case 'strong':
    case 'delete':
      return node.children.map(normalOf).join('');
    default:
      return '';
  }
}

/** The words of a link that was written as its address alone, in which a backslash would be a character. */
export function literalAddress(node: Nodes): string | null {
  if (node.type !== 'link') return null;
  const [only, more] = node.children;
  if (only?.type !== 'text' || more !== undefined) return null;
  return ['', 'http://', 'mailto:'].some((scheme) => scheme + only.value === node.url) ? only.value : null;
}

const normalCitation = ({ items }: Citation): string => `[${items.map(normalItem).join('; ')}]`;

function normalItem({ prefix, key, locator, suffix }: CitationItem): string {
  const [before, after] = [prefix, suffix].map((words) => collapse(words.map(normalOf).join('')));
  const place = locator === null ? '' : formatLocator(locator);
  return `${before === '' ? '' : `${before} `}${formatKey(key)}${place}${joinSuffix(after ?? '')}`;
}

const joinSuffix = (words: string): string => (words === '' || /^[\p{P}]/u.test(words) ? words : ` ${words}`);

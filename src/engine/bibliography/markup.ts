import type { ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { CitationContent } from '../model/nodes.ts';
import { isSafeUrl } from '../model/url.ts';
import { entryClose, entryIndex, entryOpen } from './citeproc.ts';
import { parseDoi } from './identifiers.ts';

/**
 * Placeholder for a node of a prefix or suffix while citeproc prints. The character's offset from this one is the index
 * of the node.
 */
const nodeIndex = 0xf300;
const nodeMarks = /[\u{F300}-\u{F3FF}]/u;

/** Markers for the end of a work's prefix and the start of its suffix, which are both outside the link. */
export const prefixEnd = '\u{F102}';
export const suffixStart = '\u{F103}';

/**
 * What is needed to convert citeproc's HTML to mdast: the cited keys, the nodes of its markers, and the citation's
 * position.
 */
type MarkupContext = {
  keys: readonly string[];
  nodes: readonly PhrasingContent[];
  position: Position | undefined;
};

/** Converts words to text for citeproc. Each node that is not text becomes a marker, and is added to `nodes`. */
export function toMarkedText(words: readonly PhrasingContent[], nodes: PhrasingContent[]): string {
  return words
    .map((word) => {
      if (word.type === 'text') return word.value.replace(/\s+/g, ' ');
      nodes.push(word);
      return String.fromCharCode(nodeIndex + nodes.length - 1);
    })
    .join('');
}

/** Converts a citation that citeproc printed as HTML with markers to mdast. Each work's part becomes a `citedWork`. */
export function parseCitationHtml(html: string, context: MarkupContext): CitationContent[] {
  const parts = html.split(new RegExp(`${entryOpen}([^${entryClose}]*)${entryClose}`));
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return parseHtml(part, context);
    const key = context.keys[part.charCodeAt(0) - entryIndex];
    return parsePart(part.slice(1), key, context);
  });
}

function parsePart(html: string, key: string | undefined, context: MarkupContext): CitationContent[] {
  const [prefix = '', rest = ''] = html.includes(prefixEnd) ? html.split(prefixEnd) : ['', html];
  const [middle = '', suffix = ''] = rest.split(suffixStart);
  const children = parseHtml(middle, context);
  const work: CitationContent[] =
    key === undefined ? children : [{ type: 'citedWork', key, children, position: context.position }];
  return [...parseHtml(prefix, context), ...work, ...parseHtml(suffix, context)];
}

/** Converts a reference that citeproc printed to mdast. */
export const parseReferenceHtml = (html: string): PhrasingContent[] =>
  trimEnds(parseHtml(html, { keys: [], nodes: [], position: undefined }));

function parseHtml(html: string, context: MarkupContext): PhrasingContent[] {
  if (html === '') return [];
  if (!/[<&]/.test(html)) return putNodesBack(html, context);
  return fromHtml(html, { fragment: true }).children.flatMap((node) => toPhrasing(node, context));
}

function toPhrasing(node: RootContent | ElementContent, context: MarkupContext): PhrasingContent[] {
  if (node.type === 'text') return putNodesBack(node.value, context);
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child) => toPhrasing(child, context));
  const { position } = context;
  const style = String(node.properties.style ?? '');
  if (node.tagName === 'i' || node.tagName === 'em') return [{ type: 'emphasis', children, position }];
  if (node.tagName === 'b' || node.tagName === 'strong' || style.includes('bold'))
    return [{ type: 'strong', children, position }];
  if (node.tagName === 'a') return toLink(String(node.properties.href ?? ''), children, position);
  return node.properties.className?.toString() === 'csl-left-margin'
    ? [...children, { type: 'text', value: ' ', position }]
    : children;
}

/** A URL that must not be linked is printed as text. */
const toLink = (url: string, children: PhrasingContent[], position: Position | undefined): PhrasingContent[] =>
  isSafeUrl(url) && !isInventedDoi(url) ? [{ type: 'link', url, children, position }] : children;

/** citeproc treats every URL that does not start with `http` as a DOI: `ftp://…` becomes `https://doi.org/ftp://…`. */
const isInventedDoi = (url: string): boolean => url.startsWith('https://doi.org/') && parseDoi(url) === null;

function putNodesBack(text: string, { nodes, position }: MarkupContext): PhrasingContent[] {
  const mark = nodeMarks.exec(text);
  if (mark === null) return text === '' ? [] : [{ type: 'text', value: text, position }];
  const node = nodes[mark[0].charCodeAt(0) - nodeIndex];
  const before = text.slice(0, mark.index);
  const after = putNodesBack(text.slice(mark.index + 1), { keys: [], nodes, position });
  return [
    ...(before === '' ? [] : [{ type: 'text' as const, value: before, position }]),
    ...(node === undefined ? [] : [node]),
    ...after,
  ];
}

/**
 * Removes white space at the ends and collapses it elsewhere: citeproc formats references with line breaks and indents.
 */
function trimEnds(words: readonly PhrasingContent[]): PhrasingContent[] {
  const folded = words.map((word) =>
    word.type === 'text' ? { ...word, value: word.value.replace(/\s+/g, ' ') } : word,
  );
  const kept = folded.filter(
    (word, index) => word.type !== 'text' || word.value !== ' ' || (index > 0 && index < folded.length - 1),
  );
  return kept.map((word, index) => {
    if (word.type !== 'text') return word;
    const start = index === 0 ? word.value.trimStart() : word.value;
    return { ...word, value: index === kept.length - 1 ? start.trimEnd() : start };
  });
}

/** Removes CSL's markup. Other angle brackets are text, as in `Option<T>`. */
export const plainText = (markup: string): string => withoutMarkup(markup).replace(/\s+/g, ' ').trim();

const markup = /<(i|b|sc|sup|sub|span)(?:\s[^<>]*)?>((?:(?!<\1[\s>])[\s\S])*?)<\/\1>/g;

function withoutMarkup(text: string): string {
  let next = text;
  let last;
  do {
    last = next;
    next = last.replace(markup, '$2');
  } while (next !== last);
  return next;
}

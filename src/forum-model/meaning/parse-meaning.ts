import type { Element, ElementContent, Nodes, Root } from 'hast';
import {
  addStyle,
  createGathering,
  mark,
  markFormula,
  markLink,
  markStyle,
  nameCell,
  nameCode,
  type Block,
  type Gathering,
  type Style,
} from './blocks.ts';
import { textOf } from '../../engine/model/walk.ts';

type Reading = Gathering & {
  /** Elements of the post by their `id`. */
  ids: ReadonlyMap<string, Element>;
};

/** What a reader takes from a post; each block knows its node of the tree. */
export function readMeaning(tree: Root): Block[] {
  const reading: Reading = { ...createGathering(), ids: idsOf(tree) };
  readBlocks(tree.children.filter(isContent), [], reading);
  reading.finish();
  return reading.blocks;
}

const isContent = (node: Nodes): node is ElementContent => node.type === 'element' || node.type === 'text';

function idsOf(node: Nodes, ids = new Map<string, Element>()): ReadonlyMap<string, Element> {
  if (node.type === 'element' && typeof node.properties.id === 'string') ids.set(node.properties.id, node);
  if ('children' in node) for (const child of node.children) idsOf(child, ids);
  return ids;
}

const inlineNames = new Set([
  'a',
  'b',
  'i',
  'u',
  'em',
  'strong',
  's',
  'del',
  'ins',
  'strike',
  'code',
  'br',
  'span',
  'sub',
  'sup',
  'img',
]);

/** Runs of words between blocks are paragraphs, as in a tight list. */
function readBlocks(nodes: readonly ElementContent[], within: readonly string[], reading: Reading): void {
  let run: ElementContent[] = [];
  const endRun = (): void => {
    readParagraph({ at: run[0], inside: run }, within, reading);
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || inlineNames.has(node.tagName)) run.push(node);
    else {
      endRun();
      readBlock(node, within, reading);
    }
  }
  endRun();
}

function readBlock(element: Element, within: readonly string[], reading: Reading): void {
  const { tagName, properties } = element;
  const inside = element.children.filter(isContent);
  const depth = /^h([1-6])$/.exec(tagName)?.[1];
  if (depth !== undefined)
    reading.write({ kind: `heading ${depth}`, within, text: wordsOf(inside, reading), at: element });
  else if (tagName === 'p' || tagName === 'summary') readParagraph({ at: element, inside }, within, reading);
  else if (tagName === 'blockquote') readBlocks(inside, [...within, 'quotation'], reading);
  else if (tagName === 'ul' || tagName === 'ol') readList(element, within, reading);
  else if (tagName === 'table') readTable(element, within, reading);
  else if (tagName === 'pre') reading.write({ ...readCode(element), within, at: element });
  else if (tagName === 'hr') reading.write({ kind: 'rule', within, text: '', at: element });
  else if (tagName === 'iframe')
    reading.write({ kind: 'frame', within, text: String(properties.src ?? ''), at: element });
  else readBlocks(inside, withinOf(element, within), reading);
}

function withinOf({ properties }: Element, within: readonly string[]): readonly string[] {
  const { dataModelName, className } = properties;
  if (typeof dataModelName === 'string') return [...within, `text of ${dataModelName}`];
  const names = Array.isArray(className) ? className.map(String) : [];
  if (names.includes('detailsBlockContent')) return [...within, 'details'];
  return names.some((name) => /^spoilers?$/.test(name)) ? [...within, 'spoiler'] : within;
}

/** Code with the language that colours it: in Markdown that of `code`, else that of `pre`. */
function readCode(block: Element): Pick<Block, 'kind' | 'text'> {
  const { children, properties } = block;
  const [inner] = children;
  if (inner?.type !== 'element' || inner.tagName !== 'code')
    return { kind: nameCode(String(properties.dataLanguage ?? '')), text: textOf(block) };
  const names = Array.isArray(inner.properties.className) ? inner.properties.className.map(String) : [];
  const language = names.find((name) => name.startsWith('language-'))?.slice('language-'.length);
  return { kind: nameCode(language), text: textOf(inner).replace(/\n$/, '') };
}

type Run = { at: ElementContent | undefined; inside: readonly ElementContent[] };

function readParagraph({ at, inside }: Run, within: readonly string[], reading: Reading): void {
  const text = wordsOf(inside, reading);
  if (text.trim() !== '') reading.write({ kind: 'paragraph', within, text, at });
}

/** The list of footnotes is read where they are called. */
function readList(list: Element, within: readonly string[], reading: Reading): void {
  if ('dataFootnoteSection' in list.properties) return;
  const first = Number(list.properties.start ?? 1);
  elementsOf(list, 'li').forEach((item, index) => {
    const name = list.tagName === 'ol' ? `item ${first + index}` : 'item';
    readBlocks(item.children.filter(isContent), [...within, name], reading);
  });
}

function readTable(table: Element, within: readonly string[], reading: Reading): void {
  const rows = ['thead', 'tbody'].flatMap((part) => elementsOf(table, part)).flatMap((part) => elementsOf(part, 'tr'));
  rows.forEach((row, rowIndex) => {
    elementsOf(row, 'th', 'td').forEach((cell, column) => {
      const kind = nameCell({ row: rowIndex + 1, column: column + 1, align: alignOf(cell) });
      reading.write({ kind, within, text: wordsOf(cell.children.filter(isContent), reading), at: cell });
    });
  });
}

const alignOf = ({ properties }: Element): string | null =>
  /text-align:\s*(\w+)/.exec(String(properties.style ?? ''))?.[1] ?? null;

const elementsOf = ({ children }: Element, ...names: string[]): Element[] =>
  children.flatMap((child) => (child.type === 'element' && names.includes(child.tagName) ? [child] : []));

const wordsOf = (nodes: readonly ElementContent[], reading: Reading, style: Style = []): string =>
  nodes.map((node) => wordOf(node, reading, style)).join('');

function wordOf(node: ElementContent, reading: Reading, style: Style): string {
  if (node.type === 'text') return markStyle(node.value, style);
  if (node.type !== 'element') return '';
  const { tagName, properties } = node;
  const inside = node.children.filter(isContent);
  const classes = Array.isArray(properties.className) ? properties.className : [];
  if (classes.includes('MathJax')) return markFormula(textOf(node), properties.role === 'display');
  if (classes.includes('MathJax-error')) return mark('formula that MathJax refuses', textOf(node));
  if ('dataFootnoteReference' in properties) return callOf(node, reading);
  if (tagName === 'code') return mark('code', markStyle(textOf(node), style));
  if (tagName === 'img') return mark('image', `${String(properties.alt ?? '')} → ${String(properties.src ?? '')}`);
  if (classes.includes('footnote-backref') || classes.includes('footnote-back-link')) return '';
  if (tagName === 'a') return markLink(wordsOf(inside, reading, style), String(properties.href ?? ''));
  if (tagName === 'br') return mark('line', 'break');
  const words = wordsOf(inside, reading, styleOf(tagName, style));
  return ['sub', 'sup', 'del', 'ins'].includes(tagName) ? mark(tagName, words) : words;
}

function styleOf(tagName: string, style: Style): Style {
  if (tagName === 'em' || tagName === 'i') return addStyle(style, 'emphasis');
  if (tagName === 's') return addStyle(style, 'struck');
  return tagName === 'strong' || tagName === 'b' ? addStyle(style, 'strong') : style;
}

/** A footnote counts only with its body, with a way back to this call, and under its own number. */
function callOf(call: Element, reading: Reading): string {
  const id = String(call.properties.dataFootnoteId ?? '');
  const body = reading.ids.get(`fn${id}`);
  const leadsThere = hrefsOf(call).includes(`#fn${id}`);
  const leadsBack = body !== undefined && hrefsOf(body).includes(`#${String(call.properties.id)}`);
  const shown = textOf(call).trim();
  if (body === undefined || !leadsThere) return mark('footnote', 'without a body');
  const number = reading.call(id, (within) => readBlocks(body.children.filter(isContent), within, reading));
  if (!leadsBack) return mark('footnote', 'without a way back');
  return shown === `[${id}]` ? number : mark('footnote', `shown as ${shown}`);
}

function hrefsOf(element: Element): string[] {
  const own = element.tagName === 'a' ? [String(element.properties.href)] : [];
  return [...own, ...element.children.flatMap((child) => (child.type === 'element' ? hrefsOf(child) : []))];
}

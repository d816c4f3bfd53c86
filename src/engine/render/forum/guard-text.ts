import LinkifyIt from 'linkify-it';
import type { Delete, Emphasis, Nodes, Parents, Strong, Text } from 'mdast';
import { SKIP, walk } from '../../model/walk.ts';

/** Invisible character that splits text for the forum's link finder and for MathJax. */
export const wordJoiner = '\u2060';

const linkify = new LinkifyIt();

/** What MathJax takes for the beginning or end of a formula, or for an escaped dollar, in any run of text. */
const mathRuns = /\$(?=\$)|\\(?=[()[\]$\\]|begin\b|end\b|ref\b|eqref\b)/g;

/** MathJax searches the HTML of every post, whatever format it was sent in. */
const guardFromMathJax = (text: string): string => text.replace(mathRuns, (run) => run + wordJoiner);

/** Names such as `example.com`, and e-mail addresses. */
function guardFromLinkify(text: string): string {
  const matches = linkify.match(text) ?? [];
  return matches.reduceRight((guarded, { index, lastIndex }) => {
    const address = guarded.slice(index, lastIndex).replace(/[.@:](?=\S)|\/(?=\/)/g, (mark) => mark + wordJoiner);
    return guarded.slice(0, index) + address + guarded.slice(lastIndex);
  }, text);
}

/**
 * Keeps the forum's Markdown from making links of names in a tree, from moving a tilde that ends struck text out of it, and
 * from trimming a last line of spaces, whose break would be left as a backslash.
 */
export function guardTreeFromMarkdown(tree: Nodes): void {
  walk(tree, (node) => {
    if (node.type === 'link') return SKIP;
    if (node.type === 'text') node.value = guardFromLinkify(node.value);
    if (node.type === 'collapsible') node.summary = guardFromLinkify(node.summary);
    return undefined;
  });
  walk(tree, (node, index, parent) => {
    if (parent !== undefined && index !== undefined && isStyle(node))
      guardStyle(node, { before: parent.children[index - 1], after: parent.children[index + 1] });
    if ('children' in node) guardLastLine(node);
    const last = node.type === 'delete' ? node.children.at(-1) : undefined;
    if (last?.type === 'text' && last.value === '~') last.value += wordJoiner;
  });
}

type Style = Emphasis | Strong | Delete;

const isStyle = (node: Nodes): node is Style =>
  node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';

/** Symbols beyond ASCII: beside them CommonMark lets style begin and end as beside punctuation, and the forum's Markdown as beside letters. */
const symbol = String.raw`(?!\p{ASCII})\p{S}`;
const [beginsWithSymbol, endsWithSymbol] = [new RegExp(`^${symbol}`, 'u'), new RegExp(`${symbol}$`, 'u')];

/** Keeps style that begins or ends with punctuation beside a symbol. */
function guardStyle(style: Style, { before, after }: { before: Nodes | undefined; after: Nodes | undefined }): void {
  const [first, last] = [edgeOf(style, 0), edgeOf(style, -1)];
  if (
    before?.type === 'text' &&
    endsWithSymbol.test(before.value) &&
    first !== null &&
    /^[\p{P}\p{S}]/u.test(first.value)
  )
    first.value = wordJoiner + first.value;
  if (
    after?.type === 'text' &&
    beginsWithSymbol.test(after.value) &&
    last !== null &&
    /[\p{P}\p{S}]$/u.test(last.value)
  )
    last.value += wordJoiner;
}

/** The text with which a style begins (0) or ends (-1), also where it is of another style; null where it is none. */
function edgeOf(style: Style, at: 0 | -1): Text | null {
  const child = style.children.at(at);
  if (child === undefined) return null;
  if (child.type === 'text') return child;
  return isStyle(child) ? edgeOf(child, at) : null;
}

/** Keeps a last line of spaces. */
function guardLastLine({ children }: Parents): void {
  const [before, last] = [children.at(-2), children.at(-1)];
  if (before?.type === 'break' && last?.type === 'text' && last.value.trim() === '') last.value += wordJoiner;
}

/** Keeps MathJax from finding formulas in the texts of a tree. */
export function guardTreeFromMathJax(tree: Nodes): void {
  walk(tree, (node) => {
    if (node.type === 'text' || node.type === 'embedded') node.value = guardFromMathJax(node.value);
    if (node.type === 'collapsible') node.summary = guardFromMathJax(node.summary);
    if (node.type === 'image') node.alt = guardFromMathJax(node.alt ?? '');
  });
}

/** Joins adjacent text nodes, because the forum reads them as one. */
export function joinTexts(tree: Nodes): void {
  walk(tree, (node) => {
    if ('children' in node) joinTextsIn(node);
  });
}

function joinTextsIn({ children }: Parents): void {
  for (let index = children.length - 1; index > 0; index -= 1) {
    const [before, text] = [children[index - 1], children[index]];
    if (before?.type !== 'text' || text?.type !== 'text') continue;
    before.value += text.value;
    children.splice(index, 1);
  }
}

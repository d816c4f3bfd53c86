import LinkifyIt from 'linkify-it';
import type { Delete, Emphasis, Nodes, Parents, Strong, Text } from 'mdast';
import { SKIP, walk } from '../../model/walk.ts';

/** Invisible character that splits text, so that the forum's link finder and MathJax do not match it. */
export const wordJoiner = '\u2060';

const linkify = new LinkifyIt();

/** Matches what MathJax treats as the beginning or end of a formula, or as an escaped dollar, in any text. */
const mathRuns = /\$(?=\$)|\\(?=[()[\]$\\]|begin\b|end\b|ref\b|eqref\b)/g;

/** Guards text from MathJax, which searches the HTML of every post, whatever format it was sent in. */
const guardFromMathJax = (text: string): string => text.replace(mathRuns, (run) => run + wordJoiner);

/** Splits names such as `example.com`, and e-mail addresses, so that they do not become links. */
function guardFromLinkify(text: string): string {
  const matches = linkify.match(text) ?? [];
  return matches.reduceRight((guarded, { index, lastIndex }) => {
    const address = guarded.slice(index, lastIndex).replace(/[.@:](?=\S)|\/(?=\/)/g, (mark) => mark + wordJoiner);
    return guarded.slice(0, index) + address + guarded.slice(lastIndex);
  }, text);
}

/**
 * Guards a tree from the forum's Markdown parser. That would make links of names, move a tilde at the end of struck
 * text out of it, and trim a last line of spaces, leaving the break before it as a backslash.
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

/**
 * Non-ASCII symbols. Next to them, CommonMark applies the rules of punctuation to emphasis, and the forum's Markdown
 * those of letters.
 */
const symbol = String.raw`(?!\p{ASCII})\p{S}`;
const [beginsWithSymbol, endsWithSymbol] = [new RegExp(`^${symbol}`, 'u'), new RegExp(`${symbol}$`, 'u')];

/** Guards style that begins or ends with punctuation next to a symbol. */
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

/**
 * Returns the text at the beginning (0) or end (-1) of a style, including nested styles; null if another node is there.
 */
function edgeOf(style: Style, at: 0 | -1): Text | null {
  const child = style.children.at(at);
  if (child === undefined) return null;
  if (child.type === 'text') return child;
  return isStyle(child) ? edgeOf(child, at) : null;
}

/** Guards a last line of spaces, which would be trimmed. */
function guardLastLine({ children }: Parents): void {
  const [before, last] = [children.at(-2), children.at(-1)];
  if (before?.type === 'break' && last?.type === 'text' && last.value.trim() === '') last.value += wordJoiner;
}

/** Guards the texts of a tree, so that MathJax finds no formulas in them. */
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

import LinkifyIt from 'linkify-it';
import type { Nodes, Parents } from 'mdast';
import { SKIP, walk } from '../../model/walk.ts';

/** Breaks a run of characters without showing: neither the forum's link finder nor MathJax reads across it. */
export const wordJoiner = '\u2060';

const linkify = new LinkifyIt();

/** What MathJax takes for the beginning or end of a formula, or for an escaped dollar, in any run of text. */
const mathRuns = /\$(?=\$)|\\(?=[()[\]$\\]|begin\b|end\b|ref\b|eqref\b)/g;

/** MathJax searches the forum's HTML once more, whatever made it. */
const guardFromMathJax = (text: string): string => text.replace(mathRuns, (run) => run + wordJoiner);

/** Names such as `example.com`, and e-mail addresses. */
function guardFromLinkify(text: string): string {
  const matches = linkify.match(text) ?? [];
  return matches.reduceRight((guarded, { index, lastIndex }) => {
    const address = guarded.slice(index, lastIndex).replace(/[.@:](?=\S)|\/(?=\/)/g, (mark) => mark + wordJoiner);
    return guarded.slice(0, index) + address + guarded.slice(lastIndex);
  }, text);
}

/** Keeps the forum's Markdown from making links of names in a tree, and from moving a tilde that ends struck text out of it. */
export function guardTreeFromMarkdown(tree: Nodes): void {
  walk(tree, (node) => {
    if (node.type === 'link') return SKIP;
    if (node.type === 'text') node.value = guardFromLinkify(node.value);
    if (node.type === 'collapsible') node.summary = guardFromLinkify(node.summary);
    return undefined;
  });
  walk(tree, (node) => {
    const last = node.type === 'delete' ? node.children.at(-1) : undefined;
    if (last?.type === 'text' && last.value === '~') last.value += wordJoiner;
  });
}

/** Keeps MathJax from finding formulas in the texts of a tree. */
export function guardTreeFromMathJax(tree: Nodes): void {
  walk(tree, (node) => {
    if (node.type === 'text' || node.type === 'embedded') node.value = guardFromMathJax(node.value);
    if (node.type === 'collapsible') node.summary = guardFromMathJax(node.summary);
    if (node.type === 'image') node.alt = guardFromMathJax(node.alt ?? '');
  });
}

/** Joins texts that stand side by side, for the forum reads them as one. */
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

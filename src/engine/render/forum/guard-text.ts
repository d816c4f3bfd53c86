import LinkifyIt from 'linkify-it';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';

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
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'text' && !ancestors.some(({ type }) => type === 'link')) node.value = guardFromLinkify(node.value);
    if (node.type === 'collapsible') node.summary = guardFromLinkify(node.summary);
    const last = node.type === 'delete' ? node.children.at(-1) : undefined;
    if (last?.type === 'text' && last.value === '~') last.value += wordJoiner;
  });
}

/** Keeps MathJax from finding formulas in the texts of a tree. */
export function guardTreeFromMathJax(tree: Nodes): void {
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'embedded') node.value = guardFromMathJax(node.value);
    if (node.type === 'collapsible') node.summary = guardFromMathJax(node.summary);
    if (node.type === 'image') node.alt = guardFromMathJax(node.alt ?? '');
  });
}

/** Joins texts that stand side by side, for the forum reads them as one. */
export function joinTexts(tree: Nodes): void {
  visit(tree, 'text', (node, index, parent) => {
    const next = parent?.children[(index ?? 0) + 1];
    if (parent === undefined || index === undefined || next?.type !== 'text') return undefined;
    node.value += next.value;
    parent.children.splice(index + 1, 1);
    return index;
  });
}

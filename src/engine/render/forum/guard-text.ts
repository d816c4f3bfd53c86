import LinkifyIt from 'linkify-it';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/** Breaks a run of characters without showing: neither the forum's link finder nor MathJax reads across it. */
export const wordJoiner = '\u2060';

const linkify = new LinkifyIt();

/** What MathJax takes for the beginning or end of a formula, or for an escaped dollar, in any run of text. */
const mathRuns = /\$(?=\$)|\\(?=[()[\]$]|begin\b|end\b|ref\b|eqref\b)/g;

/** Keeps MathJax, which searches the forum's HTML once more, from finding formulas in text. */
export const guardFromMathJax = (text: string): string => text.replace(mathRuns, (run) => run + wordJoiner);

/** Keeps the forum's Markdown from making links of names such as `example.com`, and of e-mail addresses. */
export function guardFromLinkify(text: string): string {
  const matches = linkify.match(text) ?? [];
  return matches.reduceRight((guarded, { index, lastIndex }) => {
    const address = guarded.slice(index, lastIndex).replace(/[.@:](?=\S)/g, (mark) => mark + wordJoiner);
    return guarded.slice(0, index) + address + guarded.slice(lastIndex);
  }, text);
}

/** Guards every text of a tree. */
export function guardTexts(tree: Nodes, guard: (text: string) => string): void {
  visit(tree, 'text', (node) => {
    node.value = guard(node.value);
  });
}

import type { Element, Root, Text } from 'hast';
import { h } from 'hastscript';
import type { Strings } from '../../model/strings/index.ts';
import { walk } from '../../model/walk.ts';
import { hasClass } from './has-class.ts';

/** Styles give a link that says its address, of the class `bare`, lining figures throughout. */
const withoutTypography = new Set(['pre', 'code', 'kbd']);

/** What neither changes is most of a text, and found sooner. */
const concerned = /\d|\bet al\.|\bu\. a\./;

/** Capitals with a number ("TC0", "GPT-4") and numbers of arXiv: old-style figures would read as letters there. */
const identifiers = /(?<![\p{L}\d])(?:\p{Lu}\p{L}*-?|arXiv:)\d+(?:\.\d+)*/gu;

/**
 * Sets the text of a page: no line ends inside "Table 1" and "et al.", and identifiers have lining figures. What is
 * copied or searched has a space where the page has a no-break space.
 */
export function setTypography(tree: Root, strings: Strings): void {
  walk(tree, (node, index, parent) => {
    if (node.type === 'element' && (withoutTypography.has(node.tagName) || hasClass(node, 'bare')))
      return (index ?? 0) + 1;
    if (node.type !== 'text' || parent === undefined || index === undefined || !concerned.test(node.value)) return;
    const parts = withLiningFigures(withoutBreaks(node.value, strings));
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

const withoutBreaks = (text: string, { prose }: Strings): string =>
  text
    .replaceAll(/\b(et al|u\. a)\./g, (words) => words.replace(' ', '\u00A0'))
    .replaceAll(/(?<=\S) (?=\d)/g, (space, at: number) =>
      prose.numbering.test(text.slice(Math.max(0, at - 15), at + 1)) ? '\u00A0' : space,
    );

function withLiningFigures(text: string): (Text | Element)[] {
  const parts: (Text | Element)[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(identifiers)) {
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push(h('span', { class: 'lining' }, word));
    end = index + word.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}

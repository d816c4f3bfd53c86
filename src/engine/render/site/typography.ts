import type { Element, Root, Text } from 'hast';
import { h } from 'hastscript';
import type { Strings } from '../../model/strings/index.ts';
import { walk } from '../../model/walk.ts';
import { hasClass } from './has-class.ts';

/** Elements without typography. Links whose text is their address (class `bare`) have lining figures by stylesheet. */
const withoutTypography = new Set(['pre', 'code', 'kbd']);

/** A quick test that excludes most texts, which need no change. */
const concerned = /\d|\bet al\.|\bu\. a\./;

/** Capitals with a number ("TC0", "GPT-4") and arXiv numbers, in which old-style figures would look like letters. */
const identifiers = /(?<![\p{L}\d])(?:\p{Lu}\p{L}*-?|arXiv:)\d+(?:\.\d+)*/gu;

/**
 * Applies typography to a page: no-break spaces within "Table 1" and "et al.", and lining figures in identifiers.
 * Copied or searched text has ordinary spaces instead.
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

import type { Element, Root } from 'hast';
import { walk } from '../engine/model/walk.ts';
import { classesOf, elementsNamed, elementsOf } from './elements.ts';
import { parsePost } from './normal-form/parse-post.ts';
import { sanitize } from './sanitize.ts';

type Change = {
  /** For example "2 code blocks lose their language". `count` is at least 1. */
  format: (count: number) => string;
  isChanged: (element: Element, siblings: readonly Element[], parent: Root | Element) => boolean;
};

const withCount =
  (singular: string, plural: string) =>
  (count: number): string =>
    count === 1 ? `1 ${singular}` : `${count} ${plural}`;

/** What the forum's rich editor changes in pasted HTML, tested with its node classes (Lexical 0.44). */
const changes: readonly Change[] = [
  {
    format: withCount('code block loses its language', 'code blocks lose their language'),
    isChanged: ({ tagName, properties }) => tagName === 'pre' && 'dataLanguage' in properties,
  },
  {
    format: withCount('table loses the alignment of its columns', 'tables lose the alignment of their columns'),
    isChanged: (element) => element.tagName === 'table' && contains(element, isAligned),
  },
  {
    format: withCount(
      'list item has its paragraphs joined by line breaks',
      'list items have their paragraphs joined by line breaks',
    ),
    isChanged: (element) => element.tagName === 'li' && isOrdinaryItem(element) && paragraphsOf(element).length > 1,
  },
  {
    format: withCount(
      'list item has its image and the caption run together',
      'list items have an image and its caption run together',
    ),
    isChanged: (element) =>
      element.tagName === 'li' && paragraphsOf(element).some((paragraph) => elementsNamed(paragraph, 'img').length > 0),
  },
  {
    format: withCount('list is joined to the one before it', 'lists are joined to the ones before them'),
    isChanged: (element, siblings) => {
      const before = siblings[siblings.indexOf(element) - 1];
      return /^[ou]l$/.test(element.tagName) && before?.tagName === element.tagName;
    },
  },
  {
    format: withCount('frame goes, its link stays', 'frames go, their links stay'),
    isChanged: ({ tagName }, _siblings, parent) =>
      tagName === 'iframe' && !hasClass(parent, /^(?:metaculus|manifold)-preview$/),
  },
  {
    format: withCount(
      'Metaculus question becomes an empty box above its link',
      'Metaculus questions become empty boxes above their links',
    ),
    isChanged: (element) => hasClass(element, /^metaculus-preview$/),
  },
];

/** Lists what the forum's rich editor changes when a post is pasted into it: one sentence each, without a full stop. */
export function listPasteChanges(html: string): string[] {
  const tree = parsePost(sanitize(html));
  const counts = changes.map(() => 0);
  walk(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'element') return;
    const siblings = elementsOf(node);
    for (const element of siblings)
      changes.forEach(({ isChanged }, index) => {
        if (isChanged(element, siblings, node)) counts[index] = (counts[index] ?? 0) + 1;
      });
  });
  return changes.flatMap(({ format }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [format(count)];
  });
}

const paragraphsOf = (element: Element): Element[] => elementsNamed(element, 'p');

const isOrdinaryItem = ({ properties }: Element): boolean => !('dataFootnoteItem' in properties);

const isAligned = ({ properties }: Element): boolean => String(properties.style ?? '').includes('text-align');

const contains = (element: Element, test: (descendant: Element) => boolean): boolean =>
  elementsOf(element).some((child) => test(child) || contains(child, test));

const hasClass = (node: Root | Element, pattern: RegExp): boolean =>
  node.type === 'element' && classesOf(node).some((name) => pattern.test(name));

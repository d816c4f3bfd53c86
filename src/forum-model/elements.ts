import type { Element, Root, RootContent } from 'hast';

/** Returns the child elements of a node. */
export const elementsOf = ({ children }: { children: readonly RootContent[] }): Element[] =>
  children.flatMap((child) => (child.type === 'element' ? [child] : []));

/** Returns the child elements of a node with one of the names. */
export const elementsNamed = (parent: Root | Element, ...names: string[]): Element[] =>
  elementsOf(parent).filter(({ tagName }) => names.includes(tagName));

/** Returns the classes of an element. */
export const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

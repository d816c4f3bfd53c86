import type { ComponentNode } from './nodes.ts';
import { foldTex } from './tex.ts';

/** Returns the TeX of an equation; the parser ensures that there is one. */
export const texOf = ({ children }: ComponentNode<'Equation'>): string =>
  children.find((child) => child.type === 'math')?.value ?? '';

/** Returns the number as printed after the formula: "(1)". */
export const numberOf = ({ data }: ComponentNode<'Equation'>): string => `(${data?.number ?? ''})`;

/** Returns the TeX on one line, with its number as `\tag{1}`. */
export const taggedTexOf = (node: ComponentNode<'Equation'>): string =>
  `${foldTex(texOf(node))} \\tag{${node.data?.number ?? ''}}`;

import type { ComponentNode } from './nodes.ts';
import { foldTex } from './tex.ts';

/** The TeX of an equation; the parser has seen to it that there is one. */
export const texOf = ({ children }: ComponentNode<'Equation'>): string =>
  children.find((child) => child.type === 'math')?.value ?? '';

/** "(1)": the number as printed after the formula. */
export const numberOf = ({ data }: ComponentNode<'Equation'>): string => `(${data?.number ?? ''})`;

/** The TeX on one line, with its number as `\tag{1}`. */
export const taggedTexOf = (node: ComponentNode<'Equation'>): string =>
  `${foldTex(texOf(node))} \\tag{${node.data?.number ?? ''}}`;

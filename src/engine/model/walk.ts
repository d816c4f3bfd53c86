import type { Nodes, Parents } from 'mdast';

export const SKIP = 'skip' as const;

/** Is called with a node, its place, and what it stands in; `SKIP` leaves out what it holds. */
export type Meet = (node: Nodes, index?: number, parent?: Parents) => typeof SKIP | undefined | void; // eslint-disable-line @typescript-eslint/no-invalid-void-type -- a visitor returns nothing

/**
 * Meets every node of a tree in document order, as `visit` does, where none comes and none goes.
 *
 * `visit` also follows a tree that changes under it, and names each of its steps for stack traces, which takes longer
 * than most that is done with a node.
 */
export function walk(tree: Nodes, meet: Meet): void {
  if (meet(tree) !== SKIP) walkIn(tree, meet);
}

function walkIn(parent: Nodes, meet: Meet): void {
  if (!('children' in parent)) return;
  const { children } = parent;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child !== undefined && meet(child, index, parent) !== SKIP) walkIn(child, meet);
  }
}

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/** The nodes of a type in a tree, in document order. */
export function nodesOf<Type extends Nodes['type']>(tree: Nodes, type: Type): NodeOf<Type>[] {
  const found: NodeOf<Type>[] = [];
  walk(tree, (node) => {
    if (isOf(node, type)) found.push(node);
  });
  return found;
}

const isOf = <Type extends Nodes['type']>(node: Nodes, type: Type): node is NodeOf<Type> => node.type === type;

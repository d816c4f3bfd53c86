import type { Nodes as HastNodes, Parents as HastParents } from 'hast';
import type { FootnoteDefinition, Nodes, Parents } from 'mdast';
import type { Node } from 'unist';

export const SKIP = 'skip' as const;

/**
 * A callback for a node, its index and its parent.
 *
 * To skip the node's children, it returns `SKIP` or a number: the index of the sibling to visit next. A visitor that
 * removes a node, or replaces it by nodes that should be visited, returns the node's own index.
 */
type Visitor<AnyNode, AnyParent> = (
  node: AnyNode,
  index?: number,
  parent?: AnyParent,
) => typeof SKIP | number | undefined | void; // eslint-disable-line @typescript-eslint/no-invalid-void-type -- a visitor returns nothing

/**
 * Visits every node of a tree in document order, including the root.
 *
 * It replaces `unist-util-visit`, which names each of its steps for stack traces and takes longer than most visitors
 * do.
 */
export function walk(tree: Nodes, visit: Visitor<Nodes, Parents>): void;
export function walk(tree: HastNodes, visit: Visitor<HastNodes, HastParents>): void;
export function walk<AnyNode extends Node>(tree: AnyNode, visit: Visitor<AnyNode, ParentOf<AnyNode>>): void {
  walkAny(tree, visit);
}

function walkAny<AnyNode extends Node>(tree: AnyNode, visit: Visitor<AnyNode, ParentOf<AnyNode>>): void {
  if (visit(tree) === undefined && isParent(tree)) walkChildren(tree, visit);
}

type ParentOf<AnyNode> = AnyNode & { children: AnyNode[] };

function walkChildren<AnyNode extends Node>(
  parent: ParentOf<AnyNode>,
  visit: Visitor<AnyNode, ParentOf<AnyNode>>,
): void {
  const { children } = parent;
  let index = 0;
  while (index < children.length) {
    const child = children[index];
    const result = child && visit(child, index, parent);
    if (child && result === undefined && isParent(child)) walkChildren(child, visit);
    index = typeof result === 'number' ? result : index + 1;
  }
}

const isParent = <AnyNode extends Node>(node: AnyNode): node is ParentOf<AnyNode> => 'children' in node;

type OfType<AnyNode, Type> = Extract<AnyNode, { type: Type }>;

/** Returns the nodes of a type in a tree, in document order. */
export function nodesOf<Type extends Nodes['type']>(tree: Nodes, type: Type): OfType<Nodes, Type>[];
export function nodesOf<Type extends HastNodes['type']>(tree: HastNodes, type: Type): OfType<HastNodes, Type>[];
export function nodesOf<AnyNode extends Node>(tree: AnyNode, type: string): AnyNode[] {
  const found: AnyNode[] = [];
  walkAny(tree, (node) => {
    if (node.type === type) found.push(node);
  });
  return found;
}

/** Returns the footnote definitions of a tree, by identifier. */
export const footnoteDefinitionsOf = (tree: Nodes): ReadonlyMap<string, FootnoteDefinition> =>
  new Map(nodesOf(tree, 'footnoteDefinition').map((definition) => [definition.identifier, definition]));

/** Returns the text of an HTML tree, including white space. */
export const textOf = (tree: HastNodes): string =>
  nodesOf(tree, 'text')
    .map(({ value }) => value)
    .join('');

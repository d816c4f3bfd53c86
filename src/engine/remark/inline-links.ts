import type { Parents, Root } from 'mdast';
import remarkInline from 'remark-inline-links';
import type { Position } from 'unist';
import { walk } from '../model/walk.ts';

type Located = { parent: Parents; index: number; position: Position | undefined };

/**
 * Replaces `[text][name]` and `![text][name]` by links and images. Restores their positions, which the package drops.
 */
export function remarkInlineLinks() {
  const inline = remarkInline();
  return (tree: Root): void => {
    const references: Located[] = [];
    let holdsDefinitions = false;
    walk(tree, (node, index, parent) => {
      holdsDefinitions ||= node.type === 'definition';
      const isReference = node.type === 'linkReference' || node.type === 'imageReference';
      if (isReference && parent !== undefined && index !== undefined)
        references.push({ parent, index, position: node.position });
    });
    if (holdsDefinitions || references.length > 0) inline(tree);
    for (const { parent, index, position } of references) {
      const node = parent.children[index];
      if (node !== undefined) node.position = position;
    }
  };
}

import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { ComponentNode } from '../model/nodes.ts';
import { nodesOf, walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Reports components that are printed with a link where a link is around them: a link cannot hold another. */
export function remarkNestedLinks() {
  return (tree: Root, file: VFile): void => {
    walk(tree, (node) => {
      if (node.type !== 'link' && !printsLink(node)) return;
      const name = node.type === 'link' ? 'a link' : `\`${node.name}\``;
      for (const inside of nodesOf(node, 'component')) {
        if (inside === node || !printsLink(inside)) continue;
        const reason = `Invalid \`${inside.name}\` in ${name}: expected it outside, for it is printed with a link`;
        report(file, inside, { rule: 'misplaced-component', reason });
      }
    });
  };
}

const printsLink = (node: Nodes): node is ComponentNode<'Forecast'> =>
  node.type === 'component' && node.name === 'Forecast';

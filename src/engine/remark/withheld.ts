import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { nodesOf, walk } from '../model/walk.ts';

declare module 'vfile' {
  interface DataMap {
    /** Keys of works that only withheld text may cite. */
    withheldKeys: string[];
  }
}

/**
 * Empties every `Withheld`, so that its content reaches no output, index or list. Stores the keys of works that it
 * cites.
 */
export function remarkWithheld() {
  return (tree: Root, file: VFile): void => {
    const keys: string[] = [];
    walk(tree, (node) => {
      if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || node.name !== 'Withheld') return;
      keys.push(...nodesOf(node, 'citation').flatMap(({ items }) => items.map(({ key }) => key)));
      node.children = [];
    });
    file.data.withheldKeys = keys;
  };
}

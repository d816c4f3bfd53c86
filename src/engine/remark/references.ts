import type { Root } from 'mdast';
import type { VFile } from 'vfile';

/** Appends the reference list to an essay with citations. */
export function remarkReferences() {
  return (tree: Root, file: VFile): void => {
    const children = file.data.references ?? [];
    if (children.length > 0) tree.children.push({ type: 'references', children, position: children[0]?.position });
  };
}

import type { Root } from 'mdast';
import type { VFile } from 'vfile';

/** Puts the reference list at the end of an essay that cites. */
export function remarkReferences() {
  return (tree: Root, file: VFile): void => {
    const children = file.data.references ?? [];
    if (children.length > 0) tree.children.push({ type: 'references', children, position: children[0]?.position });
  };
}

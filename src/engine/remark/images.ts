import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Images are figures: reports `![…](…)`, which has no caption, no number and no check of its file. */
export function remarkImages() {
  return (tree: Root, file: VFile): void => {
    walk(tree, (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const reason =
        'Invalid image: expected a figure; write `<Figure id="fig-…" src="…" alt="…">` with its caption inside';
      report(file, node, { rule: 'bare-image', reason });
    });
  };
}

import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Reports `![…](…)`, which has no caption, no number and no check of its file. Images are figures. */
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

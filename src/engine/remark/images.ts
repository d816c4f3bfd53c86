import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './report.ts';

/** Images are figures: reports `![…](…)`, which has no caption, no number and no check of its file. */
export function remarkImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const reason = 'Unexpected image, expected a figure; write `<Figure id="fig-…" src="…" alt="…">` with its caption inside';
      report(file, node, { rule: 'bare-image', reason });
    });
  };
}

import type { Essay } from '../model/essay.ts';
import type { Citation } from '../model/nodes.ts';
import { plainText } from '../model/plain-text.ts';
import { walk } from '../model/walk.ts';

/** Returns the parenthetical citations of an essay, each with the text before it in its parent. */
export function precededCitations({ tree }: Pick<Essay, 'tree'>): { citation: Citation; before: string }[] {
  const preceded: { citation: Citation; before: string }[] = [];
  walk(tree, (node, index, parent) => {
    if (node.type !== 'citation' || node.mode !== 'parenthetical' || parent === undefined || index === undefined)
      return;
    const before = parent.children.slice(0, index).map((sibling) => plainText(sibling));
    preceded.push({ citation: node, before: before.join('') });
  });
  return preceded;
}

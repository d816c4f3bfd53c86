import { visit } from 'unist-util-visit';
import type { Essay } from '../model/essay.ts';
import type { Citation } from '../model/nodes.ts';
import { plainText } from '../model/plain-text.ts';

/** The citations of an essay that stand in brackets, each with the text before it in what it stands in. */
export function precededCitations({ tree }: Essay): { citation: Citation; before: string }[] {
  const found: { citation: Citation; before: string }[] = [];
  visit(tree, 'citation', (citation, index, parent) => {
    if (citation.mode !== 'parenthetical' || parent === undefined || index === undefined) return;
    const before = parent.children.slice(0, index).map((node) => plainText(node));
    found.push({ citation, before: before.join('') });
  });
  return found;
}

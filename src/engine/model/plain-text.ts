import type { Nodes } from 'mdast';
import { isNote } from './nodes.ts';

/**
 * Returns the text of a node as it would be read aloud: formulas as TeX, citations as printed, without footnotes and
 * margin notes.
 */
export function plainText(node: Nodes): string {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition' || isNote(node)) return '';
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child: Nodes) => plainText(child)).join('') : '';
}

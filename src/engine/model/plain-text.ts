import type { Nodes } from 'mdast';

/** The text of a node as one would read it aloud: formulas as TeX, citations as printed, no footnotes and no margin notes. */
export function plainText(node: Nodes): string {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') return '';
  if (node.type === 'component' && node.name === 'Note') return '';
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child: Nodes) => plainText(child)).join('') : '';
}

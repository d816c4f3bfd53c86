import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Puts notes behind the words of their paragraphs, as the site does where there is no margin. */
export function putNotesLast(tree: Root): void {
  visit(tree, 'paragraph', (paragraph) => {
    paragraph.children = [
      ...paragraph.children.filter((child) => !isNote(child)),
      ...paragraph.children.filter(isNote),
    ];
  });
}

const isNote = (node: PhrasingContent): boolean => node.type === 'component' && node.name === 'Note';

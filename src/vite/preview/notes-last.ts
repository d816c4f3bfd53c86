import type { PhrasingContent, Root } from 'mdast';
import { nodesOf } from '../../engine/model/walk.ts';

/** Puts notes behind the words of their paragraphs, as the site does where there is no margin. */
export function putNotesLast(tree: Root): void {
  for (const paragraph of nodesOf(tree, 'paragraph')) {
    paragraph.children = [
      ...paragraph.children.filter((child) => !isNote(child)),
      ...paragraph.children.filter(isNote),
    ];
  }
}

const isNote = (node: PhrasingContent): boolean => node.type === 'component' && node.name === 'Note';

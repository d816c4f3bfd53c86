import type { RootContent } from 'mdast';
import { isNote } from '../../model/nodes.ts';
import type { PreprintState } from './context.ts';
import { renderNode } from './nodes.ts';

/** Renders blocks with an empty line between them, except between a paragraph and its formula. */
export function renderBlocks(nodes: readonly RootContent[], state: PreprintState): string {
  let rendered = '';
  let last: RootContent | undefined;
  for (const node of nodes) {
    const block = renderNode(node, state);
    if (block === '') continue;
    rendered += separatorOf(last, node) + (state.isNested ? '' : sourceOf(node, state)) + block;
    last = node;
  }
  return rendered;
}

export const renderPhrasing = (nodes: readonly RootContent[], state: PreprintState): string =>
  nodes.map((node) => renderNode(node, state)).join('');

/**
 * Returns the separator of two blocks: none before a note, a line break around a formula that belongs to a paragraph.
 */
function separatorOf(before: RootContent | undefined, node: RootContent): string {
  if (before === undefined) return '';
  if (isNote(node) && before.type === 'paragraph') return '';
  if (node.type === 'math' && before.type === 'paragraph') return '\n';
  return before.type === 'math' && goesOn(node) ? '\n' : '\n\n';
}

/** Reports whether a paragraph begins in lower case, and so continues after a formula. */
function goesOn(node: RootContent): boolean {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && /^[\p{Ll}]/u.test(first.value);
}

/** Writes the source position of the next block to TeX's log, for messages about it. */
function sourceOf({ position }: RootContent, { path }: PreprintState): string {
  return position === undefined ? '' : `\\source{${path}:${position.start.line}}%\n`;
}

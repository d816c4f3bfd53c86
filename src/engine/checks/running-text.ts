import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Point } from 'unist';
import { isPhrase } from '../model/nodes.ts';

/** Placeholder for a source in running text: a citation, a link, a footnote, a cross-reference. */
export const sourceMark = '\u{E000}';
/** Follows `sourceMark` if the reference is to a finding. */
export const findingMark = '\u{E002}';
/** Placeholder for code, formulas and components, whose words are not part of the sentence. */
const otherMark = '\u{E001}';

/** The text of a block with placeholders for other nodes; `pointAt` maps an index to a point in the essay's source. */
export type RunningText = { text: string; pointAt: (index: number) => Point | undefined };

/** Yields the blocks of an essay that contain sentences: paragraphs, and components within one. */
export function* proseOf(node: Root | Nodes): Generator<Parents> {
  if (node.type === 'references' || !('children' in node)) return;
  // Its text is not the author's prose, and its source is printed with it.
  if (node.type === 'component' && node.name === 'Forecast') return;
  if (node.type === 'paragraph' || (node.type === 'component' && !node.flow && !isPhrase(node))) yield node;
  for (const child of node.children) yield* proseOf(child);
}

type Piece = { start: number; node: Nodes; value: string };

export function runningTextOf(block: Parents, source: string): RunningText {
  const pieces: Piece[] = [];
  let length = 0;
  const add = (node: Nodes): void => {
    const value = valueOf(node);
    if (value === null && 'children' in node) return node.children.forEach((child: Nodes) => add(child));
    pieces.push({ start: length, node, value: value ?? '' });
    length += value?.length ?? 0;
  };
  block.children.forEach((child: Nodes) => add(child));
  return { text: pieces.map(({ value }) => value).join(''), pointAt: (index) => pointIn(pieces, index, source) };
}

/** Returns the text or placeholder of a node; null if its children are visited instead, as in emphasis. */
function valueOf(node: Nodes): string | null {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'crossReference' && node.target.startsWith('find-')) return sourceMark + findingMark;
  if (
    node.type === 'citation' ||
    node.type === 'crossReference' ||
    node.type === 'link' ||
    node.type === 'footnoteReference' ||
    (node.type === 'component' && node.name === 'Forecast')
  )
    return sourceMark;
  if (node.type === 'component') return isPhrase(node) ? null : otherMark;
  return 'value' in node ? otherMark : null;
}

function pointIn(pieces: readonly Piece[], index: number, source: string): Point | undefined {
  const piece = pieces.findLast(({ start }) => start <= index);
  if (piece === undefined || piece.node.position === undefined) return undefined;
  const { start, end } = piece.node.position;
  if (piece.node.type !== 'text') return index > piece.start ? end : start;
  const offset = offsetIn(piece.node, index - piece.start, source);
  const before = source.slice(start.offset ?? 0, offset).split('\n');
  const column = (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0);
  return { line: start.line + before.length - 1, column, offset };
}

/**
 * Maps an index in a text to an offset in the source, which also contains backslashes, entities and quotation markers.
 */
function offsetIn({ value, position }: Text, at: number, source: string): number {
  let offset = position?.start.offset ?? 0;
  const end = position?.end.offset ?? offset;
  for (let index = 0; index < at; index += 1) {
    while (offset < end && source[offset] !== value[index]) offset += 1;
    offset += 1;
  }
  return Math.min(offset, end);
}

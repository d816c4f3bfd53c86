import type { List, RootContent, Table } from 'mdast';
import type { Essay } from '../../engine/model/essay.ts';
import type { ComponentNode, References } from '../../engine/model/nodes.ts';
import { nodesOf } from '../../engine/model/walk.ts';
import { createGathering, nameCell, nameCode, type Block } from './blocks.ts';
import { gatherComponent } from './components-of-essay.ts';
import { referencesHeading, type EssayReading, type PostContext } from './essay-reading.ts';
import { wordsOf } from './words-of-essay.ts';

/**
 * What a reader should take from an essay's post, after its first lines.
 *
 * Read from the essay's tree alone, so that a mistake of the code that renders posts is not made here again.
 */
export function meaningOf(essay: Essay, context: PostContext): Block[] {
  const definitions = new Map(
    nodesOf(essay.tree, 'footnoteDefinition').map((definition) => [definition.identifier, definition]),
  );
  const { mode, models } = essay.frontmatter.drafting;
  const isMarked = mode !== 'human';
  const top = isMarked ? [`text of ${models.join(', ')}`] : [];
  const reading: EssayReading = {
    ...createGathering(),
    essay,
    context,
    definitions,
    gather: (nodes, within) =>
      withNotes(nodes).forEach(({ node, notes }) => {
        gatherNode(node, { within, notes }, reading);
      }),
  };
  reading.gather(essay.tree.children, top);
  reading.finish();
  return reading.blocks;
}

type WithNotes = { node: RootContent; notes: ComponentNode[] };

/** Nodes, each paragraph and each caption with the notes that follow it: their calls end it. */
function withNotes(nodes: readonly RootContent[]): WithNotes[] {
  const groups: WithNotes[] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    const isNote = node.type === 'component' && node.name === 'Note';
    if (isNote && last !== undefined && endsInWords(last.node)) last.notes.push(node);
    else groups.push({ node, notes: [] });
  }
  return groups;
}

const endsInWords = (node: RootContent): boolean =>
  node.type === 'paragraph' || (node.type === 'component' && (node.name === 'Figure' || node.name === 'Table'));

type Place = { within: readonly string[]; notes: readonly ComponentNode[] };

function gatherNode(node: RootContent, { within, notes }: Place, reading: EssayReading): void {
  const { position } = node;
  const write = (kind: string, text: string) => reading.write({ kind, within, text, position });
  switch (node.type) {
    case 'heading':
      return write(`heading ${node.depth}`, wordsOf(node.children, reading));
    case 'paragraph':
      return write('paragraph', wordsOf([...node.children, ...notes], reading));
    case 'math':
      return write('paragraph', wordsOf([node], reading));
    case 'code':
      return write(nameCode(node.lang), node.value);
    case 'thematicBreak':
      return write('rule', '');
    case 'blockquote':
      return reading.gather(node.children, [...within, 'quotation']);
    case 'list':
      return gatherList(node, within, reading);
    case 'table':
      return gatherTable(node, within, reading);
    case 'references':
      return gatherReferences(node, reading);
    case 'component':
      return gatherComponent(node, { within, notes, reading });
    case 'yaml':
    case 'footnoteDefinition':
      return;
    default:
      throw new Error(`No block is called \`${node.type}\`. Say in the forum's model what a reader takes from it.`);
  }
}

function gatherList({ ordered, start, children }: List, within: readonly string[], reading: EssayReading): void {
  children.forEach((item, index) => {
    const name = ordered === true ? `item ${(start ?? 1) + index}` : 'item';
    const before = reading.blocks.length;
    reading.gather(item.children, [...within, name]);
    const first = reading.blocks[before];
    if (typeof item.checked === 'boolean' && first !== undefined)
      first.text = `${item.checked ? '☑' : '☐'} ${first.text}`;
  });
}

function gatherTable({ children, align }: Table, within: readonly string[], reading: EssayReading): void {
  children.forEach((row, rowIndex) => {
    row.children.forEach((cell, column) => {
      const kind = nameCell({ row: rowIndex + 1, column: column + 1, align: align?.[column] ?? null });
      reading.write({ kind, within, text: wordsOf(cell.children, reading), position: cell.position });
    });
  });
}

/** References stand outside the model-written text: they are made from the library. */
function gatherReferences({ children }: References, reading: EssayReading): void {
  if (children.length === 0) return;
  reading.write({ kind: 'heading 2', within: [], text: referencesHeading(reading.context) });
  for (const reference of children) {
    reading.write({ kind: 'paragraph', within: ['item'], text: wordsOf(reference.children, reading) });
  }
}

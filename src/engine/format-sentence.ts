import type { Nodes, Paragraph, PhrasingContent, Table, TableRow, Text } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { anyPlaceholder } from './normal-form.ts';
import { plainText } from './model/plain-text.ts';

/** Text with placeholders, and the nodes that they represent. */
export type Marked = { text: string; atoms: readonly Nodes[] };

/** Returns the displayed form of a text: formulas as formulas, everything else as plain text. */
export function formatText({ text, atoms }: Marked): PhrasingContent[] {
  let index = 0;
  const parts = text.split(new RegExp(`(${anyPlaceholder.source})`, 'u')).map((part, position) => {
    if (position % 2 === 0) return textNode(part);
    const atom = atoms[index];
    index += 1;
    if (atom?.type === 'inlineMath') return atom;
    return textNode(atom === undefined ? '' : plainText(atom));
  });
  return joinTexts(parts);
}

/** Returns the whole row, because a cell says little without it. Each cell begins with its column's head. */
export function formatRow(row: TableRow, table: Table, markedOf: (node: Nodes) => Marked): PhrasingContent[] {
  const heads = table.children[0]?.children ?? [];
  const cells = row.children.flatMap((cell, column) => {
    const content = formatText(markedOf(cell));
    if (content.every((part) => part.type === 'text' && part.value.trim() === '')) return [];
    const head = heads[column];
    const name = head === undefined ? '' : plainText(head).trim();
    return [[textNode(name === '' ? '' : `${name}: `), ...content]];
  });
  return joinTexts(cells.flatMap((cell, index) => (index === 0 ? cell : [textNode(' · '), ...cell])));
}

/** A paragraph and the formula below it, whose sentence the next paragraph may continue. */
export type Lead = { paragraph: Paragraph; formula: Math };

/** Returns the lead before a child of a block; null if there is none. */
export function leadOf(children: readonly Nodes[], index: number): Lead | null {
  const [paragraph, block] = index < 2 ? [] : children.slice(index - 2, index);
  const formula = block === undefined ? null : formulaIn(block);
  return paragraph?.type === 'paragraph' && formula !== null ? { paragraph, formula } : null;
}

/** Returns the formula of a block that contains only a formula. */
function formulaIn(node: Nodes): Math | null {
  if (node.type === 'math') return node;
  if (node.type !== 'component' || node.children.length !== 1) return null;
  const [child] = node.children;
  return child?.type === 'math' ? child : null;
}

/** Converts a display formula to an inline formula; its printed form does not change. */
export const inlineMathOf = ({ value, data, position }: Math): InlineMath => ({
  type: 'inlineMath',
  value,
  ...(data?.katexHtml === undefined ? {} : { data: { katexHtml: data.katexHtml } }),
  ...(position === undefined ? {} : { position }),
});

const textNode = (value: string): Text => ({ type: 'text', value });

/** Joins adjacent texts, collapses spaces, and trims both ends. */
export function joinTexts(parts: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === 'text' && last?.type === 'text') joined.splice(-1, 1, textNode(last.value + part.value));
    else joined.push(part);
  }
  return joined.map((part, index) => {
    if (part.type !== 'text') return part;
    const begun = index === 0 ? part.value.trimStart() : part.value;
    return textNode((index === joined.length - 1 ? begun.trimEnd() : begun).replace(/\s+/g, ' '));
  });
}

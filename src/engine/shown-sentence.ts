import type { Nodes, Paragraph, PhrasingContent, Table, TableRow, Text } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { anyPlaceholder } from './normal-form.ts';
import { plainText } from './model/plain-text.ts';

/** Text with placeholders, and the nodes that they stand for. */
export type Marked = { text: string; atoms: readonly Nodes[] };

/** A text as it is shown by itself: formulas as formulas, all else as plain text. */
export function showText({ text, atoms }: Marked): PhrasingContent[] {
  let index = 0;
  const parts = text.split(new RegExp(`(${anyPlaceholder.source})`, 'u')).map((part, place) => {
    if (place % 2 === 0) return toText(part);
    const atom = atoms[index];
    index += 1;
    if (atom?.type === 'inlineMath') return atom;
    return toText(atom === undefined ? '' : plainText(atom));
  });
  return joinTexts(parts);
}

/** A cell says little without its row: the cells of a row, each with what stands above it in the first row of the table. */
export function showRow(row: TableRow, table: Table, show: (node: Nodes) => Marked): PhrasingContent[] {
  const heads = table.children[0]?.children ?? [];
  const cells = row.children.flatMap((cell, column) => {
    const shown = showText(show(cell));
    if (shown.every((part) => part.type === 'text' && part.value.trim() === '')) return [];
    const head = heads[column];
    const name = head === undefined ? '' : plainText(head).trim();
    return [[toText(name === '' ? '' : `${name}: `), ...shown]];
  });
  return joinTexts(cells.flatMap((cell, index) => (index === 0 ? cell : [toText(' · '), ...cell])));
}

/** A paragraph and the formula below it, where the next paragraph may go on with their sentence. */
export type Lead = { paragraph: Paragraph; formula: Math };

/** What precedes a child of a block that may go on with a sentence; null where nothing does. */
export function leadOf(children: readonly Nodes[], index: number): Lead | null {
  const [paragraph, block] = index < 2 ? [] : children.slice(index - 2, index);
  const formula = block === undefined ? null : formulaIn(block);
  return paragraph?.type === 'paragraph' && formula !== null ? { paragraph, formula } : null;
}

/** A block that is nothing but a formula. */
function formulaIn(node: Nodes): Math | null {
  if (node.type === 'math') return node;
  if (node.type !== 'component' || node.children.length !== 1) return null;
  const [child] = node.children;
  return child?.type === 'math' ? child : null;
}

/** A formula on a line of its own within a sentence; it is printed as it was. */
export const toInline = ({ value, data, position }: Math): InlineMath => ({
  type: 'inlineMath',
  value,
  ...(data?.katexHtml === undefined ? {} : { data: { katexHtml: data.katexHtml } }),
  ...(position === undefined ? {} : { position }),
});

const toText = (value: string): Text => ({ type: 'text', value });

/** Neighbouring texts as one, spaces as single ones, and none at either end. */
export function joinTexts(parts: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === 'text' && last?.type === 'text') joined.splice(-1, 1, toText(last.value + part.value));
    else joined.push(part);
  }
  return joined.map((part, index) => {
    if (part.type !== 'text') return part;
    const begun = index === 0 ? part.value.trimStart() : part.value;
    return toText((index === joined.length - 1 ? begun.trimEnd() : begun).replace(/\s+/g, ' '));
  });
}

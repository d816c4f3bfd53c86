import type { RootContent } from 'mdast';
import { embedAddress } from '../../engine/model/embeds.ts';
import type { ComponentNode, ComponentOf } from '../../engine/model/nodes.ts';
import { mark, markLink } from './blocks.ts';
import { pageOf, type EssayReading } from './essay-reading.ts';
import { callNote, withheldText } from './words-of-essay.ts';

/** Where a section stands in the open, for the forum cannot fold it, it says the same: no comparison asks for it. */
export const details = 'details';

/** What a reader of a post takes from a component that stands among blocks. */
export function gatherComponent(node: ComponentNode, within: readonly string[], reading: EssayReading): void {
  switch (node.name) {
    case 'Figure':
      return gatherFigure(node, within, reading);
    case 'Table':
      return gatherTable(node, within, reading);
    case 'Note':
      return gatherNote(node, within, reading);
    case 'Details':
      reading.write({ kind: 'paragraph', within, text: node.props.summary, position: node.position });
      return reading.gather(node.children, [...within, details]);
    case 'Theorem':
      return gatherTheorem(node, within, reading);
    case 'Embed':
      return gatherEmbed(node, within, reading);
    case 'Withheld':
      return reading.write({ kind: 'paragraph', within, text: withheldText(node), position: node.position });
  }
}

function gatherFigure({ props, label, children, position }: ComponentOf<'Figure'>, within: readonly string[], reading: EssayReading): void {
  const file = props.src.replace(/^\.\//, '');
  const picture = mark('image', `${props.alt} → ${pageOf(`/essays/${reading.essay.slug}/${file}`, reading.context)}`);
  reading.write({ kind: 'paragraph', within, text: picture, position });
  const first = reading.blocks.length;
  reading.gather(children, within);
  addLabel(`${label}. `, first, reading);
  if (props.credit !== undefined) reading.append(` ${props.credit}`);
}

/** The table first, whatever the order in the essay, and then its caption. */
function gatherTable({ label, children }: ComponentOf<'Table'>, within: readonly string[], reading: EssayReading): void {
  const isTable = ({ type }: RootContent) => type === 'table';
  reading.gather(children.filter(isTable), within);
  const first = reading.blocks.length;
  reading.gather(children.filter((child) => !isTable(child)), within);
  addLabel(`${label}. `, first, reading);
}

function gatherTheorem({ props, label, children, position }: ComponentOf<'Theorem'>, within: readonly string[], reading: EssayReading): void {
  const inside = [...within, 'quotation'];
  const head = `${label}${props.title === undefined ? '' : ` (${props.title})`}.`;
  const [opening] = children;
  if (opening?.type !== 'paragraph') reading.write({ kind: 'paragraph', within: inside, text: head, position });
  const first = reading.blocks.length;
  reading.gather(children, inside);
  if (opening?.type === 'paragraph') addLabel(`${head} `, first, reading);
}

/** A note of its own belongs to the paragraph before it. */
function gatherNote(node: ComponentOf<'Note'>, within: readonly string[], reading: EssayReading): void {
  const text = callNote(node, reading);
  const last = reading.blocks.at(-1);
  const isNeighbour = last?.kind === 'paragraph' && last.within.join() === within.join();
  if (!isNeighbour) return reading.write({ kind: 'paragraph', within, text, position: node.position });
  reading.append(text);
  reading.readCalled();
}

function gatherEmbed({ props, position }: ComponentOf<'Embed'>, within: readonly string[], reading: EssayReading): void {
  if (reading.context.form === 'html') reading.write({ kind: 'frame', within, text: embedAddress(props.src), position });
  reading.write({ kind: 'paragraph', within, text: markLink(props.title, props.src), position });
}

function addLabel(label: string, index: number, { blocks }: EssayReading): void {
  const block = blocks[index];
  if (block?.kind === 'paragraph') block.text = `${label}${block.text}`;
}

import type { PhrasingContent, RootContent } from 'mdast';
import { embedAddress } from '../../engine/model/embeds.ts';
import { dispatchComponent, type Components } from '../../engine/model/dispatch-component.ts';
import { reasonsIn } from '../../engine/model/certainty.ts';
import { certaintyDots, directionSigns, sayReasons } from '../../engine/model/finding-words.ts';
import type { ComponentNode } from '../../engine/model/nodes.ts';
import { stringsOf } from '../../engine/model/strings/index.ts';
import { allowList } from '../allow-list.ts';
import { mark, markLink, markStyle } from './blocks.ts';
import { pageOf, type EssayReading } from './essay-reading.ts';
import { callNote, withheldText } from './words-of-essay.ts';

/** Where a component stands, and the notes that follow it and belong to its caption. */
type Place = { within: readonly string[]; notes: readonly ComponentNode[]; reading: EssayReading };

const table = {
  Figure: gatherFigure,
  Table: gatherTable,
  Note: (node, { within, reading }) => {
    reading.write({ kind: 'paragraph', within, text: callNote(node, reading), position: node.position });
  },
  Details: ({ props, children, position }, { within, reading }) => {
    reading.write({ kind: 'paragraph', within, text: props.summary, position });
    reading.gather(children, [...within, 'details']);
  },
  Theorem: gatherTheorem,
  Finding: gatherFinding,
  Embed: gatherEmbed,
  Withheld: (node, { within, reading }) => {
    reading.write({ kind: 'paragraph', within, text: withheldText(node, reading), position: node.position });
  },
} satisfies Components<Place, void>;

/** What a reader of a post takes from a component that stands among blocks. */
export function gatherComponent(node: ComponentNode, place: Place): void {
  dispatchComponent(table, node, place);
}

function gatherFigure(
  { props, label, children, position }: ComponentNode<'Figure'>,
  { within, notes, reading }: Place,
): void {
  const file = props.src.replace(/^\.\//, '');
  const source = `${reading.essay.path.replace(/[^/]*$/, '')}${file}`;
  const path = reading.context.images?.get(source) ?? `/essays/${reading.essay.slug}/${file}`;
  const picture = mark('image', `${props.alt} → ${pageOf(path, reading.context)}`);
  reading.write({ kind: 'paragraph', within, text: picture, position });
  reading.gather([...captionOf(children, `${label}.`, props.credit), ...notes], within);
}

/** The table first, whatever the order in the essay, and then its caption. */
function gatherTable({ label, children }: ComponentNode<'Table'>, { within, notes, reading }: Place): void {
  const isTable = ({ type }: RootContent) => type === 'table';
  reading.gather(children.filter(isTable), within);
  reading.gather(
    [
      ...captionOf(
        children.filter((child) => !isTable(child)),
        `${label}.`,
      ),
      ...notes,
    ],
    within,
  );
}

/**
 * A label and a credit belong to the caption's paragraphs beside them; they are paragraphs of their own beside anything
 * else. All paragraphs are in italics, and italics in them are bold.
 */
function captionOf(children: readonly RootContent[], label: string, credit?: string): RootContent[] {
  const blocks = [...children];
  const head: PhrasingContent = { type: 'text', value: label };
  const [first] = blocks;
  if (first?.type === 'paragraph')
    blocks[0] = { ...first, children: [head, { type: 'text', value: ' ' }, ...first.children] };
  else blocks.unshift({ type: 'paragraph', children: [head] });
  if (credit !== undefined) {
    const end = blocks.findLastIndex((block) => block.type !== 'component' || block.name !== 'Note');
    const last = blocks[end];
    if (last?.type === 'paragraph')
      blocks[end] = { ...last, children: [...last.children, { type: 'text', value: ` ${credit}` }] };
    else blocks.push({ type: 'paragraph', children: [{ type: 'text', value: credit }] });
  }
  return blocks.map((block) =>
    block.type === 'paragraph'
      ? { ...block, children: [{ type: 'emphasis', children: block.children.map(embolden) }] }
      : block,
  );
}

function embolden(word: PhrasingContent): PhrasingContent {
  if (word.type === 'emphasis') return { type: 'strong', children: word.children.map(embolden) };
  return word.type === 'strong' || word.type === 'delete' || word.type === 'link'
    ? { ...word, children: word.children.map(embolden) }
    : word;
}

function gatherTheorem(
  { props, label, children, position }: ComponentNode<'Theorem'>,
  { within, reading }: Place,
): void {
  const inside = [...within, 'quotation'];
  const head = markStyle(`${label}${props.title === undefined ? '' : ` (${props.title})`}.`, ['strong']);
  const [opening] = children;
  if (opening?.type !== 'paragraph') reading.write({ kind: 'paragraph', within: inside, text: head, position });
  const first = reading.blocks.length;
  reading.gather(children, inside);
  if (opening?.type === 'paragraph') addLabel(`${head} `, first, reading);
}

/** A quotation: which way, how certain and what it bears on in bold, then the claim, then the reasons in italics. */
function gatherFinding(
  { props, label, data, children, position }: ComponentNode<'Finding'>,
  { within, reading }: Place,
): void {
  const inside = [...within, 'quotation'];
  const { context, essay } = reading;
  const strings = stringsOf(context.config.locale);
  const { directions, certainties, bearsOn } = strings.finding;
  const link = (words: string, path: string) => markLink(markStyle(words, ['strong']), pageOf(path, context));
  const way = `${directionSigns[props.direction]} ${directions[props.direction]}`;
  const sure = `${certaintyDots(props.certainty)} ${certainties[props.certainty]}`;
  const head = [
    link(label ?? props.id, `/essays/${essay.slug}/#${props.id}`),
    markStyle(` · ${way} · ${sure} · ${bearsOn} `, ['strong']),
    link(data?.question ?? props.consideration, `/evidence/${props.consideration}/`),
  ].join('');
  reading.write({ kind: 'paragraph', within: inside, text: head, position });
  reading.gather(children, inside);
  const why = markStyle(sayReasons(reasonsIn(props.because), strings), ['emphasis']);
  reading.write({ kind: 'paragraph', within: inside, text: why, position });
}

function gatherEmbed({ props, position }: ComponentNode<'Embed'>, { within, reading }: Place): void {
  // The forum drops a frame of a host that it does not know.
  const frame = embedAddress(props.src);
  if (reading.context.format === 'HTML' && allowList.allowedIframeHostnames?.includes(new URL(frame).hostname))
    reading.write({ kind: 'frame', within, text: frame, position });
  reading.write({ kind: 'paragraph', within, text: markLink(props.title, props.src), position });
}

function addLabel(label: string, index: number, { blocks }: EssayReading): void {
  const block = blocks[index];
  if (block?.kind === 'paragraph') block.text = `${label}${block.text}`;
}

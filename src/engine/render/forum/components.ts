import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { posix } from 'node:path';
import { pictureOfChart, type Chart } from '../../model/chart.ts';
import { dispatchComponent, type Components } from '../../model/dispatch-component.ts';
import { reasonsIn } from '../../model/certainty.ts';
import { taggedTexOf } from '../../model/equation.ts';
import { evidenceBlocksOf } from '../../model/evidence-table.ts';
import { certaintyDots, directionSigns, formatReasons } from '../../model/finding-words.ts';
import { isNote, isPhrasingContent, type ComponentNode } from '../../model/nodes.ts';
import { stringsOf, type Strings } from '../../model/strings/index.ts';
import { addressOfImage } from './context.ts';
import { renderFootnoteReference, type PostState } from './post-state.ts';
import './post-nodes.ts';

/** Renderers of components in a post: the forum's own form if there is one, else a fallback. */
const table = {
  Figure: ({ props, label, children }, state) => {
    const url = addressOfImage(props.src, state);
    const picture: Paragraph = { type: 'paragraph', children: [{ type: 'image', url, alt: props.alt }] };
    const credit: PhrasingContent[] = props.credit === undefined ? [] : [{ type: 'text', value: props.credit }];
    return [picture, ...renderCaption(children, { label, credit, state })];
  },
  Chart: ({ props, label, children, data }, state) => {
    const url = addressOfImage(pictureOfChart(props.spec), state);
    const picture: Paragraph = { type: 'paragraph', children: [{ type: 'image', url, alt: props.alt }] };
    const credit = data?.chart === undefined ? [] : linkToData(data.chart, stringsOf(state.context.config.locale));
    return [picture, ...renderCaption(children, { label, credit, state })];
  },
  Table: ({ label, children }, state) => {
    const isTable = ({ type }: RootContent) => type === 'table';
    const caption = children.filter((child) => !isTable(child));
    return [...state.renderNodes(children.filter(isTable)), ...renderCaption(caption, { label, credit: [], state })];
  },
  Equation: (node) => [{ type: 'math', value: taggedTexOf(node) }],
  Note: ({ children, flow }, state) => {
    const blocks: RootContent[] = flow
      ? [...children]
      : [{ type: 'paragraph', children: children.filter(isPhrasingContent) }];
    const reference = renderFootnoteReference({ id: null, children: blocks }, state);
    return flow ? [{ type: 'paragraph', children: [reference] }] : [reference];
  },
  Details: ({ props, children }, { renderNodes }) => [
    { type: 'collapsible', summary: props.summary.replace(/\s+/g, ' '), children: renderNodes(children) },
  ],
  Callout: ({ props, children }, { renderNodes, context }) => {
    const name = stringsOf(context.config.locale).callouts[props.kind];
    const head: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value: name }] }],
    };
    // Rendered separately, so that a note at the start of the callout is not appended to the head.
    return [{ type: 'blockquote', children: [head, ...renderNodes(children)].filter(isQuotable) }];
  },
  Theorem: ({ props, label, children }, { renderNodes }) => {
    const title = props.title === undefined ? '.' : ` (${props.title}).`;
    const head: PhrasingContent[] = [{ type: 'strong', children: [{ type: 'text', value: `${label}${title}` }] }];
    const [first, ...others] = renderNodes(children);
    const opening: RootContent[] =
      children[0]?.type === 'paragraph' && first?.type === 'paragraph'
        ? [{ type: 'paragraph', children: [...head, { type: 'text', value: ' ' }, ...first.children] }]
        : [{ type: 'paragraph', children: head }, ...(first === undefined ? [] : [first])];
    return [{ type: 'blockquote', children: [...opening, ...others].filter(isQuotable) }];
  },
  Finding: (node, { renderNodes, context }) => {
    const strings = stringsOf(context.config.locale);
    const reasons: PhrasingContent = { type: 'text', value: formatReasons(reasonsIn(node.props.because), strings) };
    const head: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'strong', children: findingHead(node, strings) }],
    };
    const end: Paragraph = { type: 'paragraph', children: [{ type: 'emphasis', children: [reasons] }] };
    // Rendered separately, so that a note at the start of the claim is not appended to the head.
    const blocks = [[head], node.children, [end]].flatMap((part) => renderNodes(part));
    return [{ type: 'blockquote', children: blocks.filter(isQuotable) }];
  },
  EvidenceMap: ({ data }, { renderNodes, context }) =>
    data?.map === undefined ? [] : renderNodes(evidenceBlocksOf(data.map, stringsOf(context.config.locale))),
  Forecast: ({ children }, { renderNodes }) => renderNodes(children),
  Term: ({ children }, { renderNodes }) => renderNodes(children),
  Embed: ({ props }) => [{ type: 'embedded', src: props.src, value: props.title }],
  Withheld: ({ props, flow }, { context }) => {
    const { withheld } = stringsOf(context.config.locale).labels;
    const words: PhrasingContent = {
      type: 'emphasis',
      children: [{ type: 'text', value: `[${withheld} ${props.reason}]` }],
    };
    return flow ? [{ type: 'paragraph', children: [words] }] : [words];
  },
} satisfies Components<PostState, RootContent[]>;

/** Renders a component for a post. */
export const renderComponent = (node: ComponentNode, state: PostState): RootContent[] =>
  dispatchComponent(table, node, state);

/**
 * Renders "Finding 1 · ▼ Against · ●●○○ low certainty · bears on …", with links to the finding and the consideration.
 */
function findingHead(
  { props, label, data }: ComponentNode<'Finding'>,
  { finding }: Pick<Strings, 'finding'>,
): PhrasingContent[] {
  const { id, consideration, direction, certainty } = props;
  const directionWithSign = `${directionSigns[direction]} ${finding.directions[direction]}`;
  const certaintyWithDots = `${certaintyDots(certainty)} ${finding.certainties[certainty]}`;
  const link = (url: string, value: string): PhrasingContent => ({
    type: 'link',
    url,
    children: [{ type: 'text', value }],
  });
  return [
    link(`#${id}`, label ?? id),
    { type: 'text', value: ` · ${directionWithSign} · ${certaintyWithDots} · ${finding.bearsOn} ` },
    link(`/evidence/${consideration}/`, data?.question ?? consideration),
  ];
}

/** Renders "Data: reach.csv". */
const linkToData = ({ dataPath }: Chart, { essay }: Strings): PhrasingContent[] => [
  { type: 'text', value: `${essay.dataFile}: ` },
  { type: 'link', url: dataPath, children: [{ type: 'text', value: posix.basename(dataPath) }] },
];

type CaptionOptions = { label: string | null; credit: PhrasingContent[]; state: PostState };

/**
 * Renders a caption in italics. The label begins its first paragraph and the credit ends its last; if the first or last
 * block is not a paragraph, they are separate paragraphs. Italics within a caption become bold.
 */
function renderCaption(children: readonly RootContent[], { label, credit, state }: CaptionOptions): RootContent[] {
  const [first, ...others] = children;
  const head: PhrasingContent = { type: 'text', value: `${label}.` };
  const opening: RootContent[] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [head, { type: 'text', value: ' ' }, ...first.children] }]
      : [{ type: 'paragraph', children: [head] }, ...(first === undefined ? [] : [first])];
  const blocks = [...opening, ...others];
  return state.renderNodes((credit.length === 0 ? blocks : withCredit(blocks, credit)).map(inItalics));
}

function withCredit(blocks: readonly RootContent[], credit: PhrasingContent[]): RootContent[] {
  const last = blocks.findLastIndex((block) => !isNote(block));
  if (blocks[last]?.type !== 'paragraph') return [...blocks, { type: 'paragraph', children: credit }];
  return blocks.map((block, index) =>
    index === last && block.type === 'paragraph'
      ? { ...block, children: [...block.children, { type: 'text', value: ' ' }, ...credit] }
      : block,
  );
}

const inItalics = (block: RootContent): RootContent =>
  block.type === 'paragraph'
    ? { ...block, children: [{ type: 'emphasis', children: block.children.map(emphasisAsStrong) }] }
    : block;

function emphasisAsStrong(word: PhrasingContent): PhrasingContent {
  if (word.type === 'emphasis') return { type: 'strong', children: word.children.map(emphasisAsStrong) };
  if (word.type === 'strong' || word.type === 'delete' || word.type === 'link')
    return { ...word, children: word.children.map(emphasisAsStrong) };
  return word;
}

const isQuotable = (node: RootContent): node is Blockquote['children'][number] =>
  node.type !== 'text' && node.type !== 'yaml' && node.type !== 'listItem' && node.type !== 'link';

import { posix } from 'node:path';
import type { RootContent } from 'mdast';
import { dispatchComponent, type Components } from '../../model/dispatch-component.ts';
import { reasonsIn } from '../../model/certainty.ts';
import { numberOf, texOf } from '../../model/equation.ts';
import { evidenceBlocksOf } from '../../model/evidence-table.ts';
import { certaintyDots, directionSigns, formatReasons } from '../../model/finding-words.ts';
import type { ComponentNode } from '../../model/nodes.ts';
import { toAbsolute } from '../../model/url.ts';
import { renderFootnoteReference, type TextState } from './context.ts';
import { hangingIndent, wrap } from './wrap.ts';

type BlockContext = { width: number; state: TextState };

const table = {
  Figure: ({ props, label, children }, { width, state }) => {
    const { slug } = state.essay;
    const address = toAbsolute(`/essays/${slug}/${posix.normalize(props.src)}`, state.context.config);
    const caption = renderCaption(children, { label, credit: props.credit, width, state });
    return [...wrap(`[${props.alt}] <${address}>`, width), '', ...caption];
  },
  Chart: ({ props, label, children, data }, { width, state }) => {
    const { config } = state.context;
    const address = toAbsolute(`/essays/${state.essay.slug}/#${props.id}`, config);
    const credit = data?.chart && `${state.strings.essay.dataFile}: <${toAbsolute(data.chart.dataPath, config)}>`;
    const caption = renderCaption(children, { label, credit, width, state });
    return [...wrap(`[${props.alt}] <${address}>`, width), '', ...caption];
  },
  Table: ({ label, children }, { width, state }) => {
    const isTable = ({ type }: RootContent) => type === 'table';
    const caption = children.filter((child) => !isTable(child));
    return [
      ...state.renderBlocks(children.filter(isTable), width),
      '',
      ...renderCaption(caption, { label, credit: undefined, width, state }),
    ];
  },
  Equation: (node) => hangingIndent(texOf(node).split('\n'), `${numberOf(node)} `),
  Note: (node, { state }) => [renderNoteReference(node, state)],
  Details: ({ props, children }, { width, state }) => [
    ...wrap(/[.:?!]$/.test(props.summary) ? props.summary : `${props.summary}:`, width),
    '',
    ...hangingIndent(state.renderBlocks(children, width - 2), '  '),
  ],
  Callout: ({ props, children }, { width, state }) =>
    [`*${state.strings.callouts[props.kind]}*`, '', ...state.renderBlocks(children, width - 2)].map((line) =>
      `> ${line}`.trimEnd(),
    ),
  Theorem: ({ props, label, children }, { width, state }) => {
    const head = `${label}${props.title === undefined ? '' : ` (${props.title})`}.`;
    return [...wrap(head, width), '', ...hangingIndent(state.renderBlocks(children, width - 2), '  ')];
  },
  Finding: (node, { width, state }) => {
    const inside = width - 2;
    const reasons = formatReasons(reasonsIn(node.props.because), state.strings);
    const lines = [
      ...wrap(findingHead(node, state), inside),
      '',
      ...state.renderBlocks(node.children, inside),
      '',
      ...wrap(`_${reasons}_`, inside),
    ];
    return lines.map((line) => `> ${line}`.trimEnd());
  },
  EvidenceMap: ({ data }, { width, state }) =>
    data?.map === undefined ? [] : state.renderBlocks(evidenceBlocksOf(data.map, state.strings), width),
  Forecast: ({ flow, children }, { width, state }) =>
    flow ? state.renderBlocks(children, width) : [state.renderPhrasing(children)],
  Term: ({ children }, { state }) => [state.renderPhrasing(children)],
  Embed: ({ props }, { width }) => wrap(`${props.title} <${props.src}>`, width),
  Withheld: ({ props }, { width, state }) => wrap(`[${state.strings.labels.withheld} ${props.reason}]`, width),
} satisfies Components<BlockContext, string[]>;

/** Renders a component as lines. */
export const renderComponent = (node: ComponentNode, context: BlockContext): string[] =>
  dispatchComponent(table, node, context);

/** Renders "*Finding 1 · ▼ Against · ●●○○ low certainty · bears on …*", with the address of the consideration. */
function findingHead({ props, label, data }: ComponentNode<'Finding'>, { strings, context }: TextState): string {
  const { finding } = strings;
  const { id, consideration, direction, certainty } = props;
  const parts = [
    label ?? id,
    `${directionSigns[direction]} ${finding.directions[direction]}`,
    `${certaintyDots(certainty)} ${finding.certainties[certainty]}`,
    `${finding.bearsOn} ${data?.question ?? consideration}`,
  ];
  return `*${parts.join(' · ')}* <${toAbsolute(`/evidence/${consideration}/`, context.config)}>`;
}

/** Renders a margin note as a footnote. */
function renderNoteReference({ flow, children, position }: ComponentNode<'Note'>, state: TextState): string {
  const id = `note at ${position?.start.offset}`;
  return renderFootnoteReference(
    id,
    (width) => (flow ? state.renderBlocks(children, width) : wrap(state.renderPhrasing(children), width)),
    state,
  );
}

type Caption = BlockContext & { label: string | null; credit: string | undefined };

function renderCaption(children: readonly RootContent[], { label, credit, width, state }: Caption): string[] {
  const [first, ...others] = children;
  const opening = first?.type === 'paragraph' ? ` ${state.renderPhrasing(first.children)}` : '';
  const rest = first === undefined || first.type === 'paragraph' ? others : children;
  const end = credit === undefined ? '' : ` ${credit}`;
  if (rest.length === 0) return wrap(`${label}.${opening}${end}`, width);
  return [
    ...wrap(`${label}.${opening}`, width),
    '',
    ...state.renderBlocks(rest, width),
    ...(credit === undefined ? [] : ['', ...wrap(credit, width)]),
  ];
}

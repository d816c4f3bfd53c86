import { posix } from 'node:path';
import type { RootContent } from 'mdast';
import { dispatchComponent, type Components } from '../../model/dispatch-component.ts';
import { reasonsIn } from '../../model/certainty.ts';
import { certaintyDots, directionSigns, sayReasons } from '../../model/finding-words.ts';
import type { ComponentNode } from '../../model/nodes.ts';
import { callFootnote, toAbsolute, type Writing } from './context.ts';
import { hang, wrap } from './wrap.ts';

type Place = { width: number; writing: Writing };

const table = {
  Figure: ({ props, label, children }, { width, writing }) => {
    const { slug } = writing.essay;
    const address = toAbsolute(`/essays/${slug}/${posix.normalize(props.src)}`, writing.context);
    const caption = writeCaption(children, { label, credit: props.credit, width, writing });
    return [...wrap(`[${props.alt}] <${address}>`, width), '', ...caption];
  },
  Table: ({ label, children }, { width, writing }) => {
    const isTable = ({ type }: RootContent) => type === 'table';
    const caption = children.filter((child) => !isTable(child));
    return [
      ...writing.blocks(children.filter(isTable), width),
      '',
      ...writeCaption(caption, { label, credit: undefined, width, writing }),
    ];
  },
  Note: (node, { writing }) => [callNote(node, writing)],
  Details: ({ props, children }, { width, writing }) => [
    ...wrap(/[.:?!]$/.test(props.summary) ? props.summary : `${props.summary}:`, width),
    '',
    ...hang(writing.blocks(children, width - 2), '  '),
  ],
  Theorem: ({ props, label, children }, { width, writing }) => {
    const head = `${label}${props.title === undefined ? '' : ` (${props.title})`}.`;
    return [...wrap(head, width), '', ...hang(writing.blocks(children, width - 2), '  ')];
  },
  Finding: (node, { width, writing }) => {
    const inside = width - 2;
    const reasons = sayReasons(reasonsIn(node.props.because), writing.strings);
    const lines = [
      ...wrap(findingHead(node, writing), inside),
      '',
      ...writing.blocks(node.children, inside),
      '',
      ...wrap(`_${reasons}_`, inside),
    ];
    return lines.map((line) => `> ${line}`.trimEnd());
  },
  Embed: ({ props }, { width }) => wrap(`${props.title} <${props.src}>`, width),
  Withheld: ({ props }, { width, writing }) => wrap(`[${writing.strings.labels.withheld} ${props.reason}]`, width),
} satisfies Components<Place, string[]>;

/** A component that stands among blocks, as lines. */
export const renderComponent = (node: ComponentNode, place: Place): string[] => dispatchComponent(table, node, place);

/** "*Finding 1 · ▼ Against · ●●○○ low certainty · bears on …*", with the address of the consideration. */
function findingHead({ props, label, data }: ComponentNode<'Finding'>, { strings, context }: Writing): string {
  const { finding } = strings;
  const { id, consideration, direction, certainty } = props;
  const parts = [
    label ?? id,
    `${directionSigns[direction]} ${finding.directions[direction]}`,
    `${certaintyDots(certainty)} ${finding.certainties[certainty]}`,
    `${finding.bearsOn} ${data?.question ?? consideration}`,
  ];
  return `*${parts.join(' · ')}* <${toAbsolute(`/evidence/${consideration}/`, context)}>`;
}

/** A note of the margin is a footnote of the text. */
function callNote({ flow, children, position }: ComponentNode<'Note'>, writing: Writing): string {
  const id = `note at ${position?.start.offset}`;
  return callFootnote(
    id,
    (width) => (flow ? writing.blocks(children, width) : wrap(writing.words(children), width)),
    writing,
  );
}

type Caption = Place & { label: string | null; credit: string | undefined };

function writeCaption(children: readonly RootContent[], { label, credit, width, writing }: Caption): string[] {
  const [first, ...others] = children;
  const opening = first?.type === 'paragraph' ? ` ${writing.words(first.children)}` : '';
  const rest = first === undefined || first.type === 'paragraph' ? others : children;
  const end = credit === undefined ? '' : ` ${credit}`;
  if (rest.length === 0) return wrap(`${label}.${opening}${end}`, width);
  return [
    ...wrap(`${label}.${opening}`, width),
    '',
    ...writing.blocks(rest, width),
    ...(credit === undefined ? [] : ['', ...wrap(credit, width)]),
  ];
}

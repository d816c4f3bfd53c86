import { posix } from 'node:path';
import type { RootContent } from 'mdast';
import type { ComponentNode, ComponentOf } from '../../model/nodes.ts';
import type { ComponentName, Components } from '../../model/vocabulary.ts';
import { callFootnote, toAbsolute, type Writing } from './context.ts';
import { hang, wrap } from './wrap.ts';

type Location = { width: number; writing: Writing };
type Render<Name extends ComponentName> = (node: ComponentOf<Name>, place: Location) => string[];

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
  Embed: ({ props }, { width }) => wrap(`${props.title} <${props.src}>`, width),
  Withheld: ({ props }, { width, writing }) => wrap(`[${writing.strings.labels.withheld} ${props.reason}]`, width),
} satisfies Components<{ [Name in ComponentName]: Render<Name> }>;

/** A component that stands among blocks, as lines. */
export function renderComponent(node: ComponentNode, place: Location): string[] {
  switch (node.name) {
    case 'Figure':
      return table.Figure(node, place);
    case 'Table':
      return table.Table(node, place);
    case 'Note':
      return table.Note(node, place);
    case 'Details':
      return table.Details(node, place);
    case 'Theorem':
      return table.Theorem(node, place);
    case 'Embed':
      return table.Embed(node, place);
    case 'Withheld':
      return table.Withheld(node, place);
  }
}

/** A note of the margin is a footnote of the text. */
export function callNote({ flow, children, position }: ComponentOf<'Note'>, writing: Writing): string {
  const id = `note at ${position?.start.offset}`;
  return callFootnote(
    id,
    (width) => (flow ? writing.blocks(children, width) : wrap(writing.words(children), width)),
    writing,
  );
}

type Caption = Location & { label: string | null; credit: string | undefined };

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

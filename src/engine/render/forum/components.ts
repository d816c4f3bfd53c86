import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { posix } from 'node:path';
import type { ComponentNode, ComponentOf } from '../../model/nodes.ts';
import type { ComponentName, Components } from '../../model/vocabulary.ts';
import { toAbsolute } from './context.ts';
import { callFootnote, type Posting } from './posting.ts';
import './post-nodes.ts';

type Render<Name extends ComponentName> = (node: ComponentOf<Name>, posting: Posting) => RootContent[];

/** What stands for a component in a post: the forum's own form where it has one, else a fallback. */
const table = {
  Figure: ({ props, label, children }, posting) => {
    const url = toAbsolute(`/essays/${posting.essay.slug}/${posix.normalize(props.src)}`, posting.context);
    const picture: Paragraph = { type: 'paragraph', children: [{ type: 'image', url, alt: props.alt }] };
    return [picture, ...captionOf(posting.all(children), { label, credit: props.credit })];
  },
  Table: ({ label, children }, posting) => {
    const inside = posting.all(children);
    const caption = inside.filter((child) => child.type !== 'table');
    return [...inside.filter((child) => child.type === 'table'), ...captionOf(caption, { label, credit: undefined })];
  },
  Note: ({ children, flow }, posting) => {
    const blocks: RootContent[] = flow ? [...children] : [{ type: 'paragraph', children: children.filter(isWords) }];
    const call = callFootnote({ id: null, children: blocks }, posting);
    return flow ? [{ type: 'paragraph', children: [call] }] : [call];
  },
  Details: ({ props, children }, { all }) => [{ type: 'collapsible', summary: props.summary, children: all(children) }],
  Theorem: ({ props, label, children }, { all }) => {
    const title = props.title === undefined ? '.' : ` (${props.title}).`;
    const head: PhrasingContent[] = [{ type: 'strong', children: [{ type: 'text', value: `${label}${title}` }] }];
    const [first, ...others] = all(children);
    const opening: RootContent[] =
      first?.type === 'paragraph'
        ? [{ type: 'paragraph', children: [...head, { type: 'text', value: ' ' }, ...first.children] }]
        : [{ type: 'paragraph', children: head }, ...(first === undefined ? [] : [first])];
    return [{ type: 'blockquote', children: [...opening, ...others].filter(isQuotable) }];
  },
  Embed: ({ props }) => [{ type: 'embedded', src: props.src, value: props.title }],
  Withheld: ({ props, flow }) => {
    const words: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value: `[Withheld. ${props.reason}]` }] };
    return flow ? [{ type: 'paragraph', children: [words] }] : [words];
  },
} satisfies Components<{ [Name in ComponentName]: Render<Name> }>;

/** A component as a post has it. */
export function renderComponent(node: ComponentNode, posting: Posting): RootContent[] {
  switch (node.name) {
    case 'Figure':
      return table.Figure(node, posting);
    case 'Table':
      return table.Table(node, posting);
    case 'Note':
      return table.Note(node, posting);
    case 'Details':
      return table.Details(node, posting);
    case 'Theorem':
      return table.Theorem(node, posting);
    case 'Embed':
      return table.Embed(node);
    case 'Withheld':
      return table.Withheld(node);
  }
}

/** Paragraphs of a caption, the label in italics before the first and the credit after the last. */
function captionOf(blocks: readonly RootContent[], { label, credit }: { label: string | null; credit: string | undefined }): RootContent[] {
  const last = blocks.findLastIndex(({ type }) => type === 'paragraph');
  return blocks.map((block, index) => {
    if (block.type !== 'paragraph') return block;
    const head: PhrasingContent[] = [{ type: 'emphasis', children: [{ type: 'text', value: `${label}.` }] }, { type: 'text', value: ' ' }];
    const before = index === 0 && label !== null ? head : [];
    const after: PhrasingContent[] = index === last && credit !== undefined ? [{ type: 'text', value: ` ${credit}` }] : [];
    return { type: 'paragraph', children: [...before, ...block.children, ...after] };
  });
}

const isWords = (node: RootContent): node is PhrasingContent => node.type !== 'paragraph' && node.type !== 'table';
const isQuotable = (node: RootContent): node is Blockquote['children'][number] =>
  node.type !== 'text' && node.type !== 'yaml' && node.type !== 'listItem' && node.type !== 'link';

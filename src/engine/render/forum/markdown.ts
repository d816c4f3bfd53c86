import type { FootnoteDefinition, Paragraph, Parents, Root, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { InlineMath, Math } from 'mdast-util-math';
import {
  toMarkdown,
  type ConstructName,
  type Info,
  type Options,
  type State,
  type Unsafe,
} from 'mdast-util-to-markdown';
import { wordJoiner } from './guard-text.ts';
import type { Collapsible, Embedded, ModelWritten } from './post-nodes.ts';
import { printDisplay, printInline } from './tex.ts';

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    collapsible: 'collapsible';
    modelWritten: 'modelWritten';
  }
}

const addresses: ConstructName[] = ['destinationLiteral', 'destinationRaw'];

/** Characters that are syntax in the forum's Markdown but not in CommonMark. */
const unsafe: Unsafe[] = [
  ...['$', '~', '^'].map((character): Unsafe => ({ character, inConstruct: 'phrasing', notInConstruct: addresses })),
  { atBreak: true, character: '+', after: '\\+' },
  { atBreak: true, character: '%', after: '%' },
  { atBreak: true, character: ':', after: ':' },
];

/** Serializes a post's tree as the forum's Markdown. */
export const toPostMarkdown = (tree: Root): string =>
  toMarkdown(tree, { ...style, extensions: [...extensions, { handlers: { ...handlers } }] });

const style: Options = { bullet: '-', emphasis: '*', rule: '*', listItemIndent: 'one', resourceLink: true };
const extensions: Options[] = [
  // Aligned columns would pad each cell to the longest one, and a changed cell would change every row.
  gfmTableToMarkdown({ tablePipeAlign: false }),
  gfmStrikethroughToMarkdown(),
  gfmFootnoteToMarkdown(),
  { unsafe },
];

/** Matches a line that ends a model-written block, even within code. */
const endOfModelWritten = /^(\s*%%%)(?=\s+\/llm-output\s*$)/gm;

/**
 * Reports whether a text cannot contain syntax, which is the common case. Checking every text against every rule takes
 * a fifth of a post's time.
 */
const isPlain = (value: string, { before, after }: Info): boolean =>
  plain.test(value) &&
  !(before === '\n' && /^[^\p{L}]/u.test(value)) &&
  !(before === ']' && /^[(:]/.test(value)) &&
  !(after === '\n' && value.endsWith(' '));

const plain = /^(?:[\p{L}\p{N} ,.;:()'"’“”–—…/?-]|& )*$/u;

const handlers = {
  text: ({ value }: Text, _parent: unknown, state: State, info: Info): string =>
    isPlain(value, info) ? value : state.safe(value, info),
  inlineMath: (node: InlineMath, _parent: unknown, state: State, info: Info): string =>
    printInline(node.value, { inCell: state.stack.includes('tableCell'), after: info.after }),
  math: (node: Math): string => printDisplay(node.value),
  modelWritten: (node: ModelWritten, _parent: unknown, state: State, info: Info): string => {
    const exit = state.enter('modelWritten');
    const inside = state.containerFlow(node, info);
    exit();
    return `%%% llm-output model="${node.model}"\n\n${inside.replace(endOfModelWritten, `$1${wordJoiner}`)}\n\n%%% /llm-output`;
  },
  collapsible: (node: Collapsible, _parent: unknown, state: State, info: Info): string => {
    const exit = state.enter('collapsible');
    const inside = state.containerFlow(node, info);
    exit();
    const marker = '+'.repeat(
      Math.max(3, ...[...inside.matchAll(/^\s*(\++)/gm)].map(([, signs = '']) => signs.length + 1)),
    );
    // The forum shows an empty section as plain text.
    return `${marker} ${printSummary(node, state, info)}\n\n${inside || wordJoiner}\n\n${marker}`;
  },
  /** A list on the same line as the label would be indented by the label's width. */
  footnoteDefinition: (node: FootnoteDefinition, parent: Parents | undefined, state: State, info: Info): string => {
    const firstLineBlank = node.children[0]?.type !== 'paragraph';
    return String(gfmFootnoteToMarkdown({ firstLineBlank }).handlers?.footnoteDefinition?.(node, parent, state, info));
  },
  embedded: ({ src, value }: Embedded, _parent: unknown, state: State, info: Info): string => {
    const link: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'link', url: src, children: [{ type: 'text', value }] }],
    };
    return state.handle(link, undefined, state, info);
  },
};

/** Escapes a `+` at the end, which would close the section, and a `#` at the beginning, which would make a heading. */
function printSummary({ summary }: Collapsible, state: State, info: Info): string {
  const exit = state.enter('phrasing');
  const words: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: summary }] };
  const printed = state.containerPhrasing(words, { ...info, before: ' ', after: '\n' });
  exit();
  return printed.replace(/\+$/, '\\+').replace(/^#/, '\\#');
}

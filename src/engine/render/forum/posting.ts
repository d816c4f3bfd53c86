import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import type { ForumContext } from './context.ts';

/** What turns an essay's nodes into a post's, and gathers the post's footnotes on the way. */
export type Posting = {
  essay: Essay;
  context: ForumContext;
  /** The essay's footnotes by identifier. */
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** The post's footnotes in the order of their calls; a note of the margin is one of them. */
  footnotes: FootnoteDefinition[];
  /** Numbers of footnotes that were called, by the identifier in the essay. */
  called: Map<string, string>;
  all: (nodes: readonly RootContent[]) => RootContent[];
  words: (nodes: readonly RootContent[]) => PhrasingContent[];
};

/** A call of a new footnote of the post; `id` is what later calls of the same may name it by. */
export function callFootnote(
  { id, children }: { id: string | null; children: readonly RootContent[] },
  posting: Posting,
): PhrasingContent {
  const known = id === null ? undefined : posting.called.get(id);
  if (known !== undefined) return { type: 'footnoteReference', identifier: known, label: known };
  const number = String(posting.footnotes.length + 1);
  if (id !== null) posting.called.set(id, number);
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: number,
    label: number,
    children: [],
  };
  posting.footnotes.push(definition);
  definition.children = posting.all(children).flatMap((child) => (isBlock(child) ? [child] : []));
  return { type: 'footnoteReference', identifier: number, label: number };
}

const blocks = new Set([
  'paragraph',
  'list',
  'blockquote',
  'code',
  'table',
  'math',
  'heading',
  'thematicBreak',
  'embedded',
  'collapsible',
]);

const isBlock = (node: RootContent): node is FootnoteDefinition['children'][number] => blocks.has(node.type);

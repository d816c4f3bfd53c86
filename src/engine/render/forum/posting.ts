import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { stringsOf } from '../../model/strings/index.ts';
import type { ForumContext } from './context.ts';

/** What turns an essay's nodes into a post's, and gathers the post's footnotes on the way. */
export type Posting = {
  essay: Essay;
  context: ForumContext;
  /** The essay's footnotes by identifier. */
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** The bodies of the post's footnotes, of which a note of the margin is one, in the order of their calls. */
  bodies: (readonly RootContent[])[];
  /** Numbers of footnotes that were called, by the identifier in the essay. */
  called: Map<string, string>;
  all: (nodes: readonly RootContent[]) => RootContent[];
  words: (nodes: readonly RootContent[]) => PhrasingContent[];
};

/**
 * The call of a new footnote of the post; `id` is what later calls of the same may name it by.
 *
 * The forum shows a second call with a broken way back, so words stand for it.
 */
export function callFootnote(
  { id, children }: { id: string | null; children: readonly RootContent[] },
  { called, bodies, context }: Posting,
): PhrasingContent {
  const known = id === null ? undefined : called.get(id);
  if (known !== undefined) return { type: 'text', value: stringsOf(context.config.locale).copy.seeNote(known) };
  const number = String(bodies.push(children));
  if (id !== null) called.set(id, number);
  return { type: 'footnoteReference', identifier: number, label: number };
}

/** The definitions of the footnotes that were called. A body may call others, which the forum numbers after all before it. */
export function renderFootnotes({ bodies, all }: Posting): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = [];
  for (const body of bodies) {
    const number = String(definitions.length + 1);
    definitions.push({
      type: 'footnoteDefinition',
      identifier: number,
      label: number,
      children: all(body).flatMap((child) => (isBlock(child) ? [child] : [])),
    });
  }
  return definitions;
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

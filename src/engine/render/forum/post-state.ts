import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { stringsOf } from '../../model/strings/index.ts';
import type { ForumContext } from './context.ts';

/** State of the post renderers: the essay, its context, and the post's footnotes so far. */
export type PostState = {
  essay: Essay;
  context: ForumContext;
  /** The essay's footnotes by identifier. */
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Content of the post's footnotes, margin notes included, in the order of their first references. */
  footnotes: (readonly RootContent[])[];
  /** Numbers of the footnotes referenced so far, by the identifier in the essay. */
  footnoteNumbers: Map<string, string>;
  renderNodes: (nodes: readonly RootContent[]) => RootContent[];
  renderPhrasing: (nodes: readonly RootContent[]) => PhrasingContent[];
};

/**
 * Renders a reference to a footnote of the post; `id` is its identifier in the essay, or null if it has only one
 * reference.
 *
 * The back link of a second reference is broken on the forum, so later references are text: "see note 3".
 */
export function renderFootnoteReference(
  { id, children }: { id: string | null; children: readonly RootContent[] },
  { footnoteNumbers, footnotes, context }: PostState,
): PhrasingContent {
  const known = id === null ? undefined : footnoteNumbers.get(id);
  if (known !== undefined) return { type: 'text', value: stringsOf(context.config.locale).copy.seeNote(known) };
  const number = String(footnotes.push(children));
  if (id !== null) footnoteNumbers.set(id, number);
  return { type: 'footnoteReference', identifier: number, label: number };
}

/**
 * Returns definitions of the post's footnotes. A footnote may refer to further ones, which are appended while it is
 * rendered.
 */
export function renderFootnotes({ footnotes, renderNodes }: PostState): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = [];
  for (const content of footnotes) {
    const number = String(definitions.length + 1);
    definitions.push({
      type: 'footnoteDefinition',
      identifier: number,
      label: number,
      children: renderNodes(content).flatMap((child) => (isBlock(child) ? [child] : [])),
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

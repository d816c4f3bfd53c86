import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import type { Strings } from '../../model/strings/index.ts';
import type { ReviewConfig } from '../../model/review.ts';

/** The context in which an essay is rendered as text. */
export type TextContext = { config: ReviewConfig };

/** State of the plain text renderers: the essay, its context, and the footnotes so far. */
export type TextState = {
  essay: Essay;
  context: TextContext;
  strings: Strings;
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of the footnotes referenced so far, by identifier. */
  footnoteNumbers: Map<string, number>;
  /** Renderers of the bodies of these footnotes, in the order of their numbers. */
  footnotes: ((width: number) => string[])[];
  /** Renders blocks as lines of at most `width` characters, with an empty line between blocks. */
  renderBlocks: (nodes: readonly RootContent[], width: number) => string[];
  renderPhrasing: (nodes: readonly RootContent[]) => string;
};

/** Renders a reference to a footnote, `[1]`. The same `id` has the same number. */
export function renderFootnoteReference(
  id: string,
  renderBody: (width: number) => string[],
  { footnoteNumbers, footnotes }: TextState,
): string {
  const number = footnoteNumbers.get(id) ?? footnotes.push(renderBody);
  footnoteNumbers.set(id, number);
  return `[${number}]`;
}

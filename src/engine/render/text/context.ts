import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import type { Strings } from '../../model/strings/index.ts';
import type { ReviewConfig } from '../../model/review.ts';

/** What a text needs beyond its essay. */
export type TextContext = { config: ReviewConfig };

/** An essay while it is written as plain text. */
export type Writing = {
  essay: Essay;
  context: TextContext;
  strings: Strings;
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of footnotes that were called, by identifier, and what writes each, in the order of their calls. */
  called: Map<string, number>;
  footnotes: ((width: number) => string[])[];
  /** Blocks as lines of at most `width` characters, with an empty line between two. */
  blocks: (nodes: readonly RootContent[], width: number) => string[];
  words: (nodes: readonly RootContent[]) => string;
};

/** The number of a footnote of the text, `[1]`; the same `id` has the same number. */
export function callFootnote(id: string, write: (width: number) => string[], { called, footnotes }: Writing): string {
  const number = called.get(id) ?? footnotes.push(write);
  called.set(id, number);
  return `[${number}]`;
}

/** A page of the site as an absolute address. */
export const toAbsolute = (path: string, { config }: TextContext): string =>
  `${config.baseUrl.replace(/\/$/, '')}${path}`;

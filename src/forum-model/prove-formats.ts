import type { Essay } from '../engine/model/essay.ts';
import { createMessage, type Message } from '../engine/model/message.ts';
import { provePost, type Proof } from './compare-post.ts';
import { convertHtml, convertMarkdown } from './convert.ts';
import type { PostContext, PostFormat } from './meaning/essay-reading.ts';
import type { Readings } from './read-tex.ts';

/** A post in each format that the forum takes. */
export type PostForms = { markdown: string; html: string };

type ProofContext = Omit<PostContext, 'format'> & { readings: Readings };

/** Puts each format of a post through the forum's conversion, and holds what comes out against the essay. */
export function proveFormats(
  essay: Essay,
  { markdown, html }: PostForms,
  { readings, ...context }: ProofContext,
): [PostFormat, Proof][] {
  const prove = (format: PostFormat, shown: string): [PostFormat, Proof] => [
    format,
    provePost(essay, shown, { ...context, format }),
  ];
  return [prove('Markdown', convertMarkdown(markdown, readings)), prove('HTML', convertHtml(html, readings))];
}

/** What each format loses of an essay, said at its position there. */
export const reportLosses = ({ path }: Essay, proofs: readonly [PostFormat, Proof][]): Message[] =>
  proofs.flatMap(([format, { differences }]) =>
    differences.map(({ reason, position }) =>
      createMessage('lost-in-post', `${reason} (in the post's ${format})`, { file: path, position }),
    ),
  );

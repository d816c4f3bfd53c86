import type { Essay } from '../engine/model/essay.ts';
import { createMessage, type Message } from '../engine/model/message.ts';
import { marksModelWritten } from '../engine/model/posts.ts';
import { provePost, type Proof } from './compare-post.ts';
import { convertBlocks, convertHtml, convertMarkdown, type DraftBlock } from './convert.ts';
import type { PostContext } from './meaning/essay-reading.ts';
import type { Readings } from './read-tex.ts';

/** A way into a forum, as people call it. */
export type Door = 'Markdown' | 'HTML' | 'draft';

/** A post in the forms that the forums take; `blocks` are those of a draft. */
export type PostForms = { markdown: string; html: string; blocks: readonly DraftBlock[] };

export type DoorContext = Omit<PostContext, 'form'> & { readings: Readings };

/** Puts each form of a post through its door of the forum, and holds what comes out against the essay. */
export function proveDoors(
  essay: Essay,
  { markdown, html, blocks }: Partial<PostForms>,
  { readings, ...context }: DoorContext,
): [Door, Proof][] {
  const prove = (door: Door, shown: string, form: PostContext['form']): [Door, Proof] => [
    door,
    provePost(essay, shown, { ...context, form }),
  ];
  return [
    ...(markdown === undefined ? [] : [prove('Markdown', convertMarkdown(markdown, readings), 'markdown')]),
    ...(html === undefined ? [] : [prove('HTML', convertHtml(html, readings), 'html')]),
    ...(blocks === undefined || !marksModelWritten(context.forum)
      ? []
      : [prove('draft', convertBlocks(blocks, readings), 'draft')]),
  ];
}

/** What each door loses of an essay, said at its place there. */
export function reportLosses({ path }: Essay, proofs: readonly [Door, Proof][]): Message[] {
  return proofs.flatMap(([door, { differences }]) => {
    const place = door === 'draft' ? 'in a draft of the post' : `in the post's ${door}`;
    return differences.map(({ reason, position }) =>
      createMessage('lost-in-post', `${reason} (${place})`, { file: path, position }),
    );
  });
}

import type { Essay } from '../engine/model/essay.ts';
import { marksModelWritten } from '../engine/model/posts.ts';
import { provePost, type Proof } from './compare-post.ts';
import { convertBlocks, convertHtml, convertMarkdown, type DraftBlock } from './convert.ts';
import type { PostContext } from './meaning/essay-reading.ts';
import type { Readings } from './read-tex.ts';

/** A way into a forum, as people call it. */
export type Door = 'Markdown' | 'HTML' | 'draft';

/** A post in each form that the forums take. */
export type PostForms = { markdown: string; html: string; blocks: readonly DraftBlock[] };

export type DoorContext = Omit<PostContext, 'form'> & { readings: Readings };

/** Puts a post through each door of its forum, and holds what comes out against the essay. */
export function proveDoors(essay: Essay, { markdown, html, blocks }: PostForms, { readings, ...context }: DoorContext): [Door, Proof][] {
  const prove = (shown: string, form: PostContext['form']): Proof => provePost(essay, shown, { ...context, form });
  const proofs: [Door, Proof][] = [
    ['Markdown', prove(convertMarkdown(markdown, readings), 'markdown')],
    ['HTML', prove(convertHtml(html, readings), 'html')],
  ];
  if (marksModelWritten(context.forum)) proofs.push(['draft', prove(convertBlocks(blocks, readings), 'draft')]);
  return proofs;
}

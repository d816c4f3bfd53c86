import type { Essay } from '../engine/model/essay.ts';
import { marksModelWritten } from '../engine/model/posts.ts';
import { createMessage, type Message } from '../engine/model/message.ts';
import { renderForumPost, type ForumContext } from '../engine/render/forum/index.ts';
import { renderText } from '../engine/render/text/index.ts';
import { convertBlocks, convertHtml, convertMarkdown, provePost, type Counts, type PostContext, type Proof, type Readings } from '../forum-model/index.ts';

/** A way into a forum, as people call it. */
export type Door = 'Markdown' | 'HTML' | 'draft';

/**
 * An essay's post in both forms, and as plain text; how much of the essay comes out of the forum through each door; and
 * what does not.
 */
export type Post = { slug: string; markdown: string; html: string; text: string; counts: Partial<Record<Door, Counts>>; messages: Message[] };

/** Renders a post and puts it through the forum's own conversion, door by door. */
export function renderPost(essay: Essay, context: ForumContext, readings: Readings): Post {
  const { markdown, html, blocks } = renderForumPost(essay, context);
  const prove = (shown: string, form: PostContext['form']): Proof => provePost(essay, shown, { ...context, form });
  const proofs: [Door, Proof][] = [
    ['Markdown', prove(convertMarkdown(markdown, readings), 'markdown')],
    ['HTML', prove(convertHtml(html, readings), 'html')],
  ];
  if (marksModelWritten(context.forum)) proofs.push(['draft', prove(convertBlocks(blocks, readings), 'draft')]);
  return {
    slug: essay.slug,
    markdown,
    html,
    text: renderText(essay, context),
    counts: Object.fromEntries(proofs.map(([door, { counts }]) => [door, counts])),
    messages: proofs.flatMap((proof) => messagesOf(essay, proof)),
  };
}

function messagesOf({ path }: Essay, [door, { differences }]: [Door, Proof]): Message[] {
  const place = door === 'draft' ? 'in a draft of the post' : `in the post's ${door}`;
  return differences.map(({ reason, position }) => createMessage('lost-in-post', `${reason} (${place})`, { file: path, position }));
}

import { formatMessages } from '../../../engine/model/format-messages.ts';
import { convertMarkdown, provePost, reportLosses } from '../../../forum-model/index.ts';
import type { Send } from '../../http/client.ts';
import { policyOf, type ForumSite } from '../environment.ts';
import type { RenderedPost } from './render-post.ts';

/**
 * Throws before anything is sent if an essay is not cleared, or if its author has not read the forum's policy on
 * model-written text.
 */
export function refuseUncleared(
  { essay }: RenderedPost,
  { site, isAcknowledged }: { site: ForumSite; isAcknowledged: boolean },
): void {
  const { clearance, drafting } = essay.frontmatter;
  if (clearance.status !== 'cleared')
    throw new Error(
      `\`${essay.slug}\` is not cleared (its clearance is \`${clearance.status}\`), so nothing was sent. Have it checked, and write \`clearance: { status: cleared, by: …, on: … }\` into \`${essay.path}\`.`,
    );
  if (drafting.mode !== 'model' || drafting.reviewedBy.length > 0 || isAcknowledged) return;
  throw new Error(
    `\`${essay.slug}\` was drafted with a language model (${drafting.models.join(', ')}) and no person has reviewed it, so nothing was sent. ` +
      `${site.name} wants such text in blocks with the model’s name, which the post has, and may reject a post that is mostly such text (${policyOf(site)}): ` +
      'have a person review it and name them in `reviewedBy`, or add `--acknowledge-llm-policy`.',
  );
}

/** Throws before anything is sent if the forum would not show the essay completely. */
export function refuseLosses({ essay, text, context }: RenderedPost): void {
  const proof = provePost(essay, convertMarkdown(text), { ...context, format: 'Markdown' });
  const losses = reportLosses(essay, [['Markdown', proof]]);
  if (losses.length === 0) return;
  throw new Error(
    `The forum would not show all of \`${essay.slug}\`, so nothing was sent. Write these places otherwise, or report them.\n\n${formatMessages(losses)}`,
  );
}

/**
 * Throws if the page or a picture of a post does not answer with 200. The link would be dead, and the forum could not
 * copy the picture.
 */
export async function refuseUnreachable({ essay, page, images }: RenderedPost, send: Send): Promise<void> {
  const dead: string[] = [];
  for (const url of [page, ...images]) {
    const accept = url === page ? 'text/html' : 'image/*';
    const reply = await send({ url, method: 'GET', accept, keepsBody: false });
    if (reply.kind === 'failure') dead.push(`${url} (${reply.why})`);
    else if (reply.status !== 200 || /html/.test(reply.type) !== (url === page))
      dead.push(`${url} (status ${reply.status}, ${reply.type || 'no type'})`);
  }
  if (dead.length === 0) return;
  throw new Error(
    `The site does not have what the post of \`${essay.slug}\` points at, so nothing was sent: ${dead.join(', ')}. Publish the site first.`,
  );
}

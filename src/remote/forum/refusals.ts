import { formatMessages } from '../../engine/model/format-messages.ts';
import { proveDoors, reportLosses, type Door } from '../../forum-model/index.ts';
import type { Send } from './http.ts';
import type { RenderedPost } from './render-post.ts';
import type { ForumSite } from './world.ts';

/** Where the forums say what they want of text that a language model wrote. */
const policy = '/posts/KXujJjnmP85u8eM6B';

/** Stops, before a byte leaves, for an essay that is not cleared or whose author has not said that they know of the forum's policy. */
export function refuseUncleared(
  { essay }: RenderedPost,
  { site, isKnown }: { site: ForumSite; isKnown: boolean },
): void {
  const { clearance, drafting } = essay.frontmatter;
  if (clearance.status !== 'cleared') {
    throw new Error(
      `\`${essay.slug}\` is not cleared (its clearance is \`${clearance.status}\`), and nothing of it was sent. Have it checked, and write \`clearance: { status: cleared, by: …, on: … }\` into \`${essay.path}\`.`,
    );
  }
  if (drafting.mode !== 'model' || drafting.reviewedBy.length > 0 || isKnown) return;
  throw new Error(
    `\`${essay.slug}\` was drafted with a language model (${drafting.models.join(', ')}) and no person has reviewed it. ` +
      `${capitalise(site.name)} wants such text in blocks with the model’s name, which the post has, and may reject a post that is mostly such text (${new URL(policy, site.base).href}): ` +
      'have a person review it and name them in `reviewedBy`, or add `--model-written-is-known`.',
  );
}

/** Stops, before a byte leaves, where the forum would not show all that the essay says; the essay's places are named. */
export function refuseLosses({ essay, html, blocks, context }: RenderedPost, door: Exclude<Door, 'Markdown'>): void {
  const proofs = proveDoors(essay, door === 'HTML' ? { html } : { blocks }, { ...context, readings: new Map() });
  const losses = reportLosses(essay, proofs);
  if (losses.length === 0) return;
  throw new Error(
    `The forum would not keep all of \`${essay.slug}\`, and nothing of it was sent. Write these places otherwise, or report them.\n\n${formatMessages(losses)}`,
  );
}

/** Stops where the canonical page or an image of a post does not answer yet: readers would find a dead link, and the forum no image. */
export async function refuseUnreachable({ essay, page, images }: RenderedPost, send: Send): Promise<void> {
  const dead: string[] = [];
  for (const address of [page, ...images]) {
    const answer = await send({ url: new URL(address), method: 'GET', isWrite: false }).catch(() => null);
    const isThere = answer?.status === 200 && (address === page) === /html/.test(answer.type);
    if (!isThere)
      dead.push(
        `${address} (${answer === null ? 'no answer' : `status ${answer.status}, ${answer.type || 'no type'}`})`,
      );
  }
  if (dead.length === 0) return;
  throw new Error(
    `The site does not show what the post of \`${essay.slug}\` points at: ${dead.join(', ')}. Publish the site first; nothing was sent.`,
  );
}

const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import { suggestionFor } from '../model/suggestion.ts';

/** The ledger of posts names essays that are there. */
export function checkUnknownPosts({ posts, slugs }: Review): Message[] {
  const { file, value, positionOf } = posts;
  const unknown = Object.keys(value.posts).filter((slug) => !slugs.includes(slug));
  return unknown.map((slug) => {
    const reason = `Unexpected post of \`${slug}\`, expected a folder of \`content/essays/\`${suggestionFor(slug, slugs)}`;
    return createMessage('unknown-post', reason, { file, position: positionOf(['posts', slug]) });
  });
}

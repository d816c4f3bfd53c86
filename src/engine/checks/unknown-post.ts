import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownPost: Check = {
  id: 'unknown-post',
  level: 'error',
  description:
    '`content/posts.yaml` knows of a post of an essay that is not there, so that nobody would keep the two in step.',
  remedy: 'Where the essay has another slug now, give its post that slug; where it is gone, take its post out.',
  check: ({ posts: { file, value, positionOf }, slugs }) => {
    const unknown = Object.keys(value.posts).filter((slug) => !slugs.includes(slug));
    return unknown.map((slug) => {
      const reason = `Unknown essay \`${slug}\`: expected a folder of \`content/essays/\`${suggestionFor(slug, slugs)}`;
      return { file, position: positionOf(['posts', slug]), reason };
    });
  },
};

import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownPost: Check = {
  id: 'unknown-post',
  level: 'error',
  description:
    '`content/posts.yaml` contains the post of an essay that does not exist, so the post is no longer updated.',
  remedy: 'If the slug of the essay changed, change it there too. If the essay is gone, remove the post.',
  check: ({ posts: { file, value, positionOf }, slugs }) => {
    const unknown = Object.keys(value.posts).filter((slug) => !slugs.includes(slug));
    return unknown.map((slug) => {
      const reason = `Unknown essay \`${slug}\`: expected a folder of \`content/essays/\`${suggestionFor(slug, slugs)}`;
      return { file, position: positionOf(['posts', slug]), reason };
    });
  },
};

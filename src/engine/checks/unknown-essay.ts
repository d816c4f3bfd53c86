import type { Check } from '../model/rule.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';

export const unknownEssay: Check = {
  id: 'unknown-essay',
  level: 'error',
  description: 'The list `essays` in `review.yaml` contains an essay that has no folder in `content/essays/`.',
  remedy: 'Correct the name, or write the essay.',
  check: ({ config: { file, value, positionOf }, slugs }) => {
    const first = value.essays.filter((slug, index) => value.essays.indexOf(slug) === index);
    const unknown = first.filter((slug) => !slugs.includes(slug));
    return unknown.map((slug) => {
      const expected = slugs.length === 0 ? 'a folder of `content/essays/`' : oneOf(slugs);
      const reason = `Unknown essay \`${slug}\`: expected ${expected}${suggestionFor(slug, slugs)}`;
      return { file, position: positionOf(['essays', value.essays.indexOf(slug)]), reason };
    });
  },
};

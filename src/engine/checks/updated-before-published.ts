import type { Check } from '../model/rule.ts';

export const updatedBeforePublished: Check = {
  id: 'updated-before-published',
  level: 'error',
  description: 'The field `updated` of an essay is earlier than `published`.',
  remedy: 'Correct one of the two dates. For a new essay they are the same.',
  check: ({ essays }) =>
    essays.flatMap(({ path, frontmatter: { published, updated }, positionOf }) => {
      if (updated >= published) return [];
      const reason = `Invalid update on ${updated}: expected a day not before the publication on ${published}`;
      return [{ file: path, position: positionOf(['updated']), reason }];
    }),
};

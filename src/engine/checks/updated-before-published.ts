import type { Check } from '../model/rule.ts';

export const updatedBeforePublished: Check = {
  id: 'updated-before-published',
  level: 'error',
  description: 'The day of an essay’s last update lies before that of its publication.',
  remedy: 'Correct one of the two days; at first they are the same.',
  check: ({ essays }) =>
    essays.flatMap(({ path, frontmatter: { published, updated }, positionOf }) => {
      if (updated >= published) return [];
      const reason = `Invalid update on ${updated}: expected a day not before the publication on ${published}`;
      return [{ file: path, position: positionOf(['updated']), reason }];
    }),
};

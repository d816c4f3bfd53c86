import type { Check } from '../model/rule.ts';

export const incompleteClearance: Check = {
  id: 'incomplete-clearance',
  level: 'error',
  description: 'An essay is cleared without `by` or `on`.',
  remedy:
    'Write `clearance: { status: cleared, by: checklist, on: 2026-11-24 }`, or an id from `authors.yaml` for `by`.',
  check: ({ essays }) =>
    essays.flatMap(({ path, frontmatter: { clearance }, positionOf }) => {
      if (clearance.status !== 'cleared' || (clearance.by !== undefined && clearance.on !== undefined)) return [];
      const reason = 'Missing name or day of the clearance: expected `by` (an author, or `checklist`) and `on`';
      return [{ file: path, position: positionOf(['clearance']), reason }];
    }),
};

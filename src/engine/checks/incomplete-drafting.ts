import type { Check } from '../model/rule.ts';

export const incompleteDrafting: Check = {
  id: 'incomplete-drafting',
  level: 'error',
  description:
    'The field `drafting` of an essay contradicts itself: the mode is `assisted` or `model` without a model, or `human` with one. Readers and the policies of forums rely on it.',
  remedy: 'Write `mode: human` without models, or `mode: assisted` or `model` with the exact names in `models`.',
  check: ({ essays }) =>
    essays.flatMap(({ path, frontmatter: { drafting }, positionOf }) => {
      const withModel = drafting.mode !== 'human';
      if (withModel === drafting.models.length > 0) return [];
      const reason = withModel
        ? `Missing model of \`${drafting.mode}\` drafting: expected its exact name in \`models\``
        : 'Invalid models of a human draft: expected none; write `mode: assisted` where a model wrote text';
      return [{ file: path, position: positionOf(['drafting']), reason }];
    }),
};

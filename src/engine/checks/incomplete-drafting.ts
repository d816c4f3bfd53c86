import type { Check } from '../model/rule.ts';

export const incompleteDrafting: Check = {
  id: 'incomplete-drafting',
  level: 'error',
  description:
    'What an essay says of its drafting contradicts itself: a model wrote text and is not named, or is named in a human draft. Readers and the forums’ rules depend on it.',
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

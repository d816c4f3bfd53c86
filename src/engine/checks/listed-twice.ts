import type { Check } from '../model/rule.ts';

export const listedTwice: Check = {
  id: 'listed-twice',
  level: 'error',
  description: 'The sequence in `review.yaml` names an essay twice, so that it would have two places in it.',
  remedy: 'Take one of the two out of the list.',
  check: ({ config: { file, value, positionOf } }) =>
    value.essays.flatMap((slug, index) => {
      if (value.essays.indexOf(slug) === index) return [];
      return [
        {
          file,
          position: positionOf(['essays', index]),
          reason: `Duplicate essay \`${slug}\`: expected each essay once`,
        },
      ];
    }),
};

import type { Check } from '../model/rule.ts';

export const listedTwice: Check = {
  id: 'listed-twice',
  level: 'error',
  description: 'The list `essays` in `review.yaml` contains an essay twice.',
  remedy: 'Remove one of the two.',
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

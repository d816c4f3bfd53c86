import type { Check } from '../model/rule.ts';

export const unlistedEssay: Check = {
  id: 'unlisted-essay',
  level: 'error',
  description:
    'An essay has a folder and no place in the sequence of `review.yaml`, so that no other page would lead to it.',
  remedy: 'Put the name of its folder into the list `essays`.',
  check: ({ config: { file, value, positionOf }, slugs }) =>
    slugs
      .filter((slug) => !value.essays.includes(slug))
      .map((slug) => ({
        file,
        position: positionOf(['essays']),
        reason: `Missing essay \`${slug}\`: expected every essay in the sequence`,
      })),
};

import { answerSlug } from '../model/answer.ts';
import type { Check } from '../model/rule.ts';

export const unlistedEssay: Check = {
  id: 'unlisted-essay',
  level: 'error',
  description:
    'An essay has a folder and is missing from the list `essays` in `review.yaml`, so no page would link to it.',
  remedy: 'Add the name of its folder to the list `essays`.',
  check: ({ config: { file, value, positionOf }, slugs }) =>
    slugs
      .filter((slug) => slug !== answerSlug && !value.essays.includes(slug))
      .map((slug) => ({
        file,
        position: positionOf(['essays']),
        reason: `Missing essay \`${slug}\`: expected every essay in the sequence`,
      })),
};

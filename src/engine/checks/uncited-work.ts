import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';

export const uncitedWork: Check = {
  id: 'uncited-work',
  level: 'hint',
  description:
    'No essay cites a work of the bibliography. The work still has a page. A citation may be missing, or the work is no longer needed.',
  remedy: 'Cite it, keep it for a later essay, or remove it.',
  check: ({ library, ...review }) => {
    // An essay that could not be parsed may cite any work.
    if (review.essays.length < review.slugs.length) return [];
    const cited = new Set(textsOf(review).flatMap(({ cites }) => cites));
    const uncited = [...library.values()].filter(({ key }) => !cited.has(key));
    return uncited.map(({ key, file, position }) => ({
      file,
      position,
      reason: `Missing citation of \`${key}\`: no essay cites it`,
    }));
  },
};

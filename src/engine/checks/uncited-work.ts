import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';

export const uncitedWork: Check = {
  id: 'uncited-work',
  level: 'hint',
  description:
    'No essay cites a work of the library. It has a page all the same; perhaps it was meant to be cited, or is left from an earlier draft.',
  remedy: 'Cite it, leave it for a later essay, or take it out.',
  check: ({ library, ...review }) => {
    const cited = new Set(textsOf(review).flatMap(({ cites }) => cites));
    const uncited = [...library.values()].filter(({ key }) => !cited.has(key));
    return uncited.map(({ key, file, position }) => ({
      file,
      position,
      reason: `Missing citation of \`${key}\`: no essay cites it`,
    }));
  },
};

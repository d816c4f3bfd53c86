import type { Check } from '../model/rule.ts';
import { lastSearchOf, overdueAfter, searchesOf } from '../model/search-age.ts';

export const overdueSearch: Check = {
  id: 'overdue-search',
  level: 'warning',
  description:
    'The literature of an essay was last searched more than six months ago: the later of `searched` and the last day of its domain in `content/searches.yaml`. Newer works may say something else.',
  remedy:
    'Search again, log it in `content/searches.yaml` and change `searched`; or retire the essay with `retired: { on, reason }`.',
  check: (review, { today }) =>
    review.essays.flatMap(({ path, frontmatter, positionOf }) => {
      const last = lastSearchOf(frontmatter, searchesOf(frontmatter.domain, review));
      if (today === null || frontmatter.retired !== undefined || today <= last || today <= overdueAfter(last))
        return [];
      const reason = `Invalid day of the last search, ${last}: expected one at most six months before ${today}; it was recent enough until ${overdueAfter(last)}`;
      return [{ file: path, position: positionOf(['searched']), reason }];
    }),
};

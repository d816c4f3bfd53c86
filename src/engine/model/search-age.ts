import type { Frontmatter } from './essay.ts';
import type { Review } from './review.ts';
import { countedSearchOf, type CountedSearch } from './search.ts';

/** Months after which a literature has to be searched again. */
const monthsUntilOverdue = 6;

/** Returns the searches of a domain, including hidden ones; none if there is no domain. */
export const searchesOf = (
  domain: string | null,
  { searches, hiddenSearches }: Pick<Review, 'searches' | 'hiddenSearches'>,
): CountedSearch[] =>
  domain === null
    ? []
    : [
        ...(searches.value.domains[domain] ?? []).map((search) => countedSearchOf(search)),
        ...(hiddenSearches.get(domain) ?? []),
      ];

/** Returns the day of an essay's last search: that of its frontmatter, or a later one in the log of its domain. */
export const lastSearchOf = (
  { searched }: Pick<Frontmatter, 'searched'>,
  log: readonly Pick<CountedSearch, 'on'>[],
): string => [searched, ...log.map(({ on }) => on)].toSorted().at(-1) ?? searched;

/** Returns the last day on which a search of `day` is recent enough. Days are ISO. */
export function overdueAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + monthsUntilOverdue, 1));
  const length = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, length));
  return target.toISOString().slice(0, 10);
}

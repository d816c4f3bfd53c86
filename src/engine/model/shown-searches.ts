import { withoutPrototype } from './by-name.ts';
import type { Essay } from './essay.ts';
import type { Review } from './review.ts';
import { countedSearchOf, type CountedSearch, type Search } from './search.ts';

type Shown = {
  essays: readonly Essay[];
  /** Keys of works that no output may name. */
  guarded: ReadonlySet<string>;
};

/**
 * Divides the log into searches that are shown, and searches whose words are hidden because they could reveal the
 * subject of a hidden text.
 *
 * A search is shown if its domain has essays, all of them are shown, and it names no guarded work.
 */
export function hideSearches(review: Review, { essays, guarded }: Shown): Pick<Review, 'searches' | 'hiddenSearches'> {
  const { searches } = review;
  const domains = withoutPrototype<Search[]>();
  const hiddenSearches = new Map<string, CountedSearch[]>();
  for (const [domain, made] of Object.entries(searches.value.domains)) {
    const own = essaysOn(domain, essays);
    const isOpen = own.length > 0 && own.length === essaysOn(domain, review.essays).length;
    const isShown = (search: Search): boolean => isOpen && !namesAny(search, guarded);
    const cited = new Set(own.flatMap(({ cites }) => cites));
    domains[domain] = made.filter(isShown);
    hiddenSearches.set(
      domain,
      made.filter((search) => !isShown(search)).map((search) => countedSearchOf(search, (key) => cited.has(key))),
    );
  }
  return { searches: { ...searches, value: { ...searches.value, domains } }, hiddenSearches };
}

const essaysOn = (domain: string, essays: readonly Essay[]): Essay[] =>
  essays.filter(({ frontmatter }) => frontmatter.domain === domain);

const namesAny = ({ where, words, whyNot = '', kept }: Search, keys: ReadonlySet<string>): boolean =>
  [...keys].some((key) => kept.includes(key) || [where, words, whyNot].some((text) => text.includes(key)));

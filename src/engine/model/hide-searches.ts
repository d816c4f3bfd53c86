import { withoutPrototype } from './by-name.ts';
import type { Essay } from './essay.ts';
import type { Review } from './review.ts';
import { countedSearchOf, type CountedSearch, type Search } from './search.ts';

/** The part of a review that outputs show, and what they hide. */
type ShownPart = {
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
export function hideSearches(
  review: Review,
  { essays, guarded }: ShownPart,
): Pick<Review, 'searches' | 'hiddenSearches'> {
  const { searches } = review;
  const domains = withoutPrototype<Search[]>();
  const hiddenSearches = new Map<string, CountedSearch[]>();
  for (const [domain, logged] of Object.entries(searches.value.domains)) {
    const shownEssays = essaysOn(domain, essays);
    const isOpen = shownEssays.length > 0 && shownEssays.length === essaysOn(domain, review.essays).length;
    const isShown = (search: Search): boolean => isOpen && !namesAny(search, guarded);
    const cited = new Set(shownEssays.flatMap(({ cites }) => cites));
    domains[domain] = logged.filter(isShown);
    hiddenSearches.set(
      domain,
      logged.filter((search) => !isShown(search)).map((search) => countedSearchOf(search, (key) => cited.has(key))),
    );
  }
  return { searches: { ...searches, value: { ...searches.value, domains } }, hiddenSearches };
}

const essaysOn = (domain: string, essays: readonly Essay[]): Essay[] =>
  essays.filter(({ frontmatter }) => frontmatter.domain === domain);

const namesAny = ({ where, words, whyNot = '', kept }: Search, keys: ReadonlySet<string>): boolean =>
  [...keys].some((key) => kept.includes(key) || [where, words, whyNot].some((text) => text.includes(key)));

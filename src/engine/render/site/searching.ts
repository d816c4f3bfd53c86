import type { Essay } from '../../model/essay.ts';
import { countLibrary } from '../../model/library-figures.ts';
import type { Domain, Review } from '../../model/review.ts';
import type { Search } from '../../model/search.ts';
import { lastSearchOf, overdueAfter, searchesOf } from '../../model/search-age.ts';
import { countFlow } from '../../model/search-flow.ts';
import type { DomainSearches, NotRead, SearchCard, SearchCoverage } from '../../model/site.ts';
import { findNotRead } from '../../model/not-read.ts';
import { renderSiteExtract, type SiteContext } from './index.ts';

/** Collects how the literature was searched and read, for the page on searching. */
export function describeSearching(review: Review, context: SiteContext): SearchCoverage {
  const { essays, domains } = review;
  const ids = domains.value.map(({ id }) => id);
  const all = ids.flatMap((id) => searchesOf(id, review));
  const days = [...essays.map(({ frontmatter }) => lastSearchOf(frontmatter, [])), ...all.map(({ on }) => on)];
  return {
    about: review.searches.value.about ?? null,
    flow: countFlow({
      searches: all,
      cites: [...new Set(essays.flatMap(({ cites }) => cites))],
      others: [],
    }),
    lastSearch: days.toSorted().at(-1) ?? null,
    firstOverdue: firstOverdueOf(review),
    domains: domains.value.map((domain) => describeDomain(domain, review)),
    notRead: essays.flatMap((essay) => describeNotRead(essay, context)),
    figures: countLibrary(review),
  };
}

function firstOverdueOf(review: Review): string | null {
  const maintained = review.essays.filter(({ frontmatter }) => frontmatter.retired === undefined);
  const days = maintained.map(({ frontmatter }) =>
    overdueAfter(lastSearchOf(frontmatter, searchesOf(frontmatter.domain, review))),
  );
  return days.toSorted()[0] ?? null;
}

function describeDomain({ id }: Domain, review: Review): DomainSearches {
  const searches = searchesOf(id, review);
  const others = review.domains.value
    .filter((other) => other.id !== id)
    .flatMap((other) => searchesOf(other.id, review));
  const own = review.essays.filter(({ frontmatter }) => frontmatter.domain === id);
  const hidden = review.hiddenSearches.get(id) ?? [];
  return {
    domain: id,
    flows: own.map(({ slug, cites }) => ({ slug, flow: countFlow({ searches, cites, others }) })),
    log: (review.searches.value.domains[id] ?? []).map((search) => describeSearch(search, review)),
    hidden: countFlow({ searches: hidden, cites: [], others: [] }),
  };
}

function describeSearch({ kept, reasons: _reasons, whyNot, ...search }: Search, review: Review): SearchCard {
  return {
    ...search,
    kept: kept.flatMap((key) => {
      const segment = review.library.get(key)?.segment;
      return segment === undefined ? [] : [{ segment, short: review.formatted.get(key)?.short ?? key }];
    }),
    whyNot: whyNot ?? null,
  };
}

function describeNotRead(essay: Essay, context: SiteContext): NotRead[] {
  const section = findNotRead(essay, context.strings.prose);
  if (section === null) return [];
  const { anchor, paragraph } = section;
  return [{ slug: essay.slug, anchor, html: renderSiteExtract([paragraph], essay.slug, context) }];
}

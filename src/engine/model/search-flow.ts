import { searchReasons, type CountedSearch, type SearchReason } from './search.ts';

/** In how many searches a reason was given. */
type ReasonCount = { reason: SearchReason; searches: number };

/** How the works of an essay, or of the review, were found: from results to citations. */
export type SearchFlow = {
  searches: number;
  found: number;
  screened: number;
  /** Searches that gave no work. */
  empty: number;
  /** Reasons against results, the most frequent first. */
  reasons: ReasonCount[];
  /** Works that the searches gave, each once. */
  kept: number;
  /** Of these, those that are cited. */
  keptAndCited: number;
  /** Works cited in all. */
  cited: number;
  /** Of these, those that only searches for other literatures gave. */
  fromOthers: number;
  /** Of these, those that no logged search gave: found before the log began. */
  beforeLog: number;
};

type FlowSources = {
  searches: readonly CountedSearch[];
  /** Keys of the works that are cited, each once. */
  cites: readonly string[];
  /** Searches of other domains. */
  others: readonly CountedSearch[];
};

/** Counts a flow. Every cited work is in one of `keptAndCited`, `fromOthers` and `beforeLog`. */
export function countFlow({ searches, cites, others }: FlowSources): SearchFlow {
  const [kept, keptElsewhere] = [keysOf(searches), keysOf(others)];
  const rest = cites.filter((key) => !kept.has(key));
  const fromOthers = rest.filter((key) => keptElsewhere.has(key)).length;
  return {
    searches: searches.length,
    found: searches.reduce((sum, { found }) => sum + found, 0),
    screened: searches.reduce((sum, { screened }) => sum + screened, 0),
    empty: searches.filter(({ isEmpty }) => isEmpty).length,
    reasons: countReasons(searches),
    kept: kept.size,
    keptAndCited: cites.length - rest.length,
    cited: cites.length,
    fromOthers,
    beforeLog: rest.length - fromOthers,
  };
}

const keysOf = (searches: readonly CountedSearch[]): Set<string> => new Set(searches.flatMap(({ kept }) => kept));

function countReasons(searches: readonly CountedSearch[]): ReasonCount[] {
  const all = searches.flatMap(({ reasons }) => [...new Set(reasons)]);
  return searchReasons
    .map((reason) => ({ reason, searches: all.filter((one) => one === reason).length }))
    .filter(({ searches: count }) => count > 0)
    .toSorted((a, b) => b.searches - a.searches);
}

import { searchReasons, type CountedSearch, type SearchReason } from './search.ts';

/** The number of searches for which a reason was given. */
type ReasonCount = { reason: SearchReason; searches: number };

/** The numbers of works of an essay or of the review at each step, from search results to citations. */
export type SearchFlow = {
  searches: number;
  found: number;
  screened: number;
  /** Searches that found no work to use. */
  empty: number;
  /** Reasons for not using results, the most frequent first. */
  reasons: ReasonCount[];
  /** Works that the searches found, each once. */
  kept: number;
  /** Of these, the cited ones. */
  keptAndCited: number;
  /** Cited works in total. */
  cited: number;
  /** Of these, works found only by searches of other literatures. */
  fromOthers: number;
  /** Of these, works found by no logged search: they were found before logging began. */
  beforeLog: number;
};

type FlowSources = {
  searches: readonly CountedSearch[];
  /** Keys of the cited works, each once. */
  cites: readonly string[];
  /** Searches of other domains. */
  others: readonly CountedSearch[];
};

/** Counts a flow. Every cited work is counted in exactly one of `keptAndCited`, `fromOthers` and `beforeLog`. */
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
    .map((reason) => ({ reason, searches: all.filter((other) => other === reason).length }))
    .filter(({ searches: count }) => count > 0)
    .toSorted((a, b) => b.searches - a.searches);
}

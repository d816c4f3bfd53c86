import { groupResults, mergeResults, type Result, type Kind } from './search-results.ts';
import type { NamedResults, SearchNames } from './search-names.ts';
import { loadText, type Passages, type SearchOptions, type SearchText } from './search-text.ts';

/**
 * Results by kind, at most `limit` of each. `count` is a lower bound of their number. `isAll` is true if all are
 * listed.
 */
export type GroupedResults = { groups: [Kind, Result[]][]; count: number; isAll: boolean };

type Query = SearchOptions & {
  words: string;
  /** Receives the results by name, which do not wait for the passages. */
  onNamed: (results: GroupedResults) => void;
};

/** The searches of a site below `base`. Indexes are loaded on the first call of `load` or `search`. */
export type ReviewSearch = {
  load: () => void;
  /** Resolves to null if no index can be loaded. */
  search: (query: Query) => Promise<GroupedResults | null>;
};

export function createReviewSearch(base: string): ReviewSearch {
  let names: Promise<SearchNames | null> | undefined;
  let text: Promise<SearchText | null> | undefined;
  const loadBoth = () => {
    names ??= import('./search-names.ts').then(
      ({ loadNames }) => loadNames(`${base}search-index.json`, base),
      () => null,
    );
    text ??= loadText(`${base}pagefind/pagefind.js`);
    return { names, text };
  };
  const search = async ({ words, onNamed, ...options }: Query): Promise<GroupedResults | null> => {
    const loading = loadBoth();
    const searchNames = await loading.names;
    const named = searchNames?.(words) ?? { results: [], corrected: null };
    if (named.results.length > 0) onNamed(groupedResultsOf(named.results, options.limit));
    const searchText = await loading.text;
    // An index that could not be loaded is requested again with the next query.
    if (searchNames === null) names = undefined;
    if (searchText === null) text = undefined;
    if (searchNames === null && searchText === null) return null;
    const passages = searchText === null ? noPassages : await readPassages(searchText, { words, named, options });
    const unread = passages.total - passages.results.length;
    return groupedResultsOf(mergeResults(named.results, passages.results), options.limit, unread);
  };
  return { load: () => void loadBoth(), search };
}

const noPassages: Passages = { total: 0, results: [] };

type PassageQuery = { words: string; named: NamedResults; options: SearchOptions };

/** Returns passages that contain the words of a query, or of the corrected query if there are none. */
async function readPassages(search: SearchText, { words, named, options }: PassageQuery): Promise<Passages> {
  // Pagefind would search for the numbers of an identifier.
  if (named.results.some(({ strength }) => strength === 'identifier')) return noPassages;
  const passages = await search(words, options);
  if (passages.total > 0 || named.corrected === null) return passages;
  return search(named.corrected, options);
}

function groupedResultsOf(results: readonly Result[], limit: number, unread = 0): GroupedResults {
  const groups = groupResults(results).map(([kind, all]): [Kind, Result[]] => [kind, all.slice(0, limit)]);
  const listed = groups.reduce((sum, [, some]) => sum + some.length, 0);
  return { groups, count: results.length, isAll: unread === 0 && listed === results.length };
}

import { groupFound, mergeFound, type Found, type Kind } from './found.ts';
import type { Named, SearchNames } from './search-names.ts';
import { loadText, type Passages, type SearchOptions, type SearchText } from './search-text.ts';

/**
 * Results by kind, at most `limit` of each. `count` is a lower bound of their number. `isAll` is true if all are
 * listed.
 */
export type Results = { groups: [Kind, Found[]][]; count: number; isAll: boolean };

type Query = SearchOptions & {
  words: string;
  /** Receives the results by name, which do not wait for the passages. */
  onNamed: (results: Results) => void;
};

/** The searches of a site below `base`. Indexes are loaded on the first call of `load` or `search`. */
type ReviewSearch = {
  load: () => void;
  /** Resolves to null if no index can be loaded. */
  search: (query: Query) => Promise<Results | null>;
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
  const search = async ({ words, onNamed, ...options }: Query): Promise<Results | null> => {
    const loading = loadBoth();
    const searchNames = await loading.names;
    const named = searchNames?.(words) ?? { results: [], corrected: null };
    if (named.results.length > 0) onNamed(toResults(named.results, options.limit));
    const searchText = await loading.text;
    // An index that could not be loaded is requested again with the next query.
    if (searchNames === null) names = undefined;
    if (searchText === null) text = undefined;
    if (searchNames === null && searchText === null) return null;
    const passages = searchText === null ? noPassages : await readPassages(searchText, { words, named, options });
    const unread = passages.total - passages.results.length;
    return toResults(mergeFound(named.results, passages.results), options.limit, unread);
  };
  return { load: () => void loadBoth(), search };
}

const noPassages: Passages = { total: 0, results: [] };

type Asked = { words: string; named: Named; options: SearchOptions };

/** Returns passages that contain the words of a query, or of the corrected query if there are none. */
async function readPassages(search: SearchText, { words, named, options }: Asked): Promise<Passages> {
  // Pagefind would search for the numbers of an identifier.
  if (named.results.some(({ strength }) => strength === 'identifier')) return noPassages;
  const passages = await search(words, options);
  if (passages.total > 0 || named.corrected === null) return passages;
  return search(named.corrected, options);
}

function toResults(found: readonly Found[], limit: number, unread = 0): Results {
  const groups = groupFound(found).map(([kind, all]): [Kind, Found[]] => [kind, all.slice(0, limit)]);
  const listed = groups.reduce((sum, [, some]) => sum + some.length, 0);
  return { groups, count: found.length, isAll: unread === 0 && listed === found.length };
}

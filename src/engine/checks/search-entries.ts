import type { Review } from '../model/review.ts';
import type { Search } from '../model/search.ts';

/** A logged search with its path in the file. */
type SearchEntry = { domain: string; search: Search; path: ['domains', string, number] };

/** Returns the logged searches of all domains, in file order. */
export const searchEntriesOf = ({ value }: Review['searches']): SearchEntry[] =>
  Object.entries(value.domains).flatMap(([domain, made]) =>
    made.map((search, index) => ({ domain, search, path: ['domains', domain, index] })),
  );

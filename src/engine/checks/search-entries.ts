import type { Review } from '../model/review.ts';
import type { Search } from '../model/search.ts';

/** A logged search with the path that leads to it in its file. */
type SearchEntry = { domain: string; search: Search; path: ['domains', string, number] };

/** The logged searches of all domains, in the order of the file. */
export const searchEntriesOf = ({ value }: Review['searches']): SearchEntry[] =>
  Object.entries(value.domains).flatMap(([domain, made]) =>
    made.map((search, index) => ({ domain, search, path: ['domains', domain, index] })),
  );

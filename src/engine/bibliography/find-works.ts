import MiniSearch from 'minisearch';
import { foldAccents } from '../model/fold.ts';
import type { Library, Work } from '../model/work.ts';

/**
 * Returns the works that match a query, best match first. Every word of the query must begin, or nearly equal, a word
 * of the title, authors, year or key. Matches in the title weigh more than in names, and names more than the rest.
 */
export function findWorks(query: string, library: Library): Readonly<Work>[] {
  const index = new MiniSearch<Readonly<Work>>({
    fields: ['words', 'title', 'names', 'year'],
    extractField: (work, field) => textsOf(work)[field] ?? '',
    processTerm: foldAccents,
    searchOptions: { combineWith: 'AND', prefix: true, fuzzy: slipsIn, boost: { title: 3, names: 2 } },
  });
  index.addAll([...library.values()]);
  const found = index
    .search(query)
    .map(({ id, score }) => ({ work: library.get(String(id)), score }))
    .toSorted((a, b) => b.score - a.score || (b.work?.year ?? 0) - (a.work?.year ?? 0));
  return found.flatMap(({ work }) => work ?? []);
}

/**
 * Returns the number of typos allowed in a word of a query: none in a year or a short word, one or two in a long word.
 */
const slipsIn = (term: string): number => (/^\d+$/.test(term) || term.length < 5 ? 0 : Math.min(2, term.length - 4));

/** Returns the indexed fields. A key is also indexed by its parts: `kaplan2020scaling` is found by "scaling". */
const textsOf = ({ key, title, names, year }: Readonly<Work>): Record<string, string> => ({
  id: key,
  words: `${key} ${key.replace(/\d{4}/, ' $& ')}`,
  title,
  names: names.join(' '),
  year: String(year ?? ''),
});

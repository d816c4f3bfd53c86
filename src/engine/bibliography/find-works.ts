import MiniSearch from 'minisearch';
import { foldAccents } from '../model/fold.ts';
import type { Library, Work } from '../model/work.ts';

/**
 * The works that a query may mean, best first: every word of it begins, or nearly is, a word of title, authors, year or key.
 * Words of a title count more than names, and names more than the rest.
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

/** How many slips of the pen a word of a query may have: a year none, a short word none, a long one two. */
const slipsIn = (term: string): number => (/^\d+$/.test(term) || term.length < 5 ? 0 : Math.min(2, term.length - 4));

/** A key is also the words that it is made of: `kaplan2020scaling` is found by "scaling". */
const textsOf = ({ key, title, names, year }: Readonly<Work>): Record<string, string> => ({
  id: key,
  words: `${key} ${key.replace(/\d{4}/, ' $& ')}`,
  title,
  names: names.join(' '),
  year: String(year ?? ''),
});

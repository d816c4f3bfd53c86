import type { Review } from '../model/review.ts';
import type { Check, Problem } from '../model/rule.ts';
import { searchEntriesOf } from './search-entries.ts';

export const duplicateSearch: Check = {
  id: 'duplicate-search',
  level: 'error',
  description:
    'Two searches of a domain in `content/searches.yaml` have the same `where`, `on` and `words`, so their results would be counted twice. Or a search names a work twice in `kept`.',
  remedy: 'Remove one of them.',
  check: ({ searches }) => [...repeatedSearches(searches), ...repeatedKeys(searches)],
};

function repeatedSearches(searches: Review['searches']): Problem[] {
  const seen = new Set<string>();
  return searchEntriesOf(searches).flatMap(({ domain, search: { where, on, words }, path }) => {
    const id = JSON.stringify([domain, where, on, words]);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const reason = `Duplicate search for \`${words}\`, expected each search once`;
    return [{ file: searches.file, position: searches.positionOf([...path, 'words']), reason }];
  });
}

const repeatedKeys = (searches: Review['searches']): Problem[] =>
  searchEntriesOf(searches).flatMap(({ search: { kept }, path }) =>
    kept.flatMap((key, index) => {
      if (kept.indexOf(key) === index) return [];
      const reason = `Duplicate work \`${key}\` of a search, expected each work once`;
      return [{ file: searches.file, position: searches.positionOf([...path, 'kept', index]), reason }];
    }),
  );

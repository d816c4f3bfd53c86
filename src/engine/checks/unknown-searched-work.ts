import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';
import { searchEntriesOf } from './search-entries.ts';

export const unknownSearchedWork: Check = {
  id: 'unknown-searched-work',
  level: 'error',
  description: 'A search in `content/searches.yaml` names a work in `kept` that is not in the bibliography.',
  remedy: 'Correct the key, or add the work to the bibliography.',
  check: ({ searches, library, libraryIsWhole, broken }) => {
    if (!libraryIsWhole) return [];
    const keys = [...library.keys()];
    return searchEntriesOf(searches).flatMap(({ search, path }) =>
      search.kept.flatMap((key, index) => {
        if (library.has(key) || broken.has(key)) return [];
        const reason = `Unknown work \`${key}\`: expected a key of \`bibliography/\`${suggestionFor(key, keys)}`;
        return [{ file: searches.file, position: searches.positionOf([...path, 'kept', index]), reason }];
      }),
    );
  },
};

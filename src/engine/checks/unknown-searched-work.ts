import type { Check } from '../model/rule.ts';
import { searchEntriesOf } from './search-entries.ts';
import { unknownKeyReason } from './unknown-key.ts';

export const unknownSearchedWork: Check = {
  id: 'unknown-searched-work',
  level: 'error',
  description: 'A search in `content/searches.yaml` names a work in `kept` that is not in the bibliography.',
  remedy: 'Correct the key, or add the work to the bibliography.',
  check: (review) => {
    const { file, positionOf } = review.searches;
    return searchEntriesOf(review.searches).flatMap(({ search, path }) =>
      search.kept.flatMap((key, index) => {
        const reason = unknownKeyReason(key, review);
        return reason === null ? [] : [{ file, position: positionOf([...path, 'kept', index]), reason }];
      }),
    );
  },
};

import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownChangeWork: Check = {
  id: 'unknown-change-work',
  level: 'error',
  description: 'A change of the answer in `content/changes.yaml` names a work that is not in the bibliography.',
  remedy: 'Correct the key, or add the work to the bibliography.',
  check: ({ changes, library, libraryIsWhole, broken }) => {
    if (!libraryIsWhole) return [];
    const keys = [...library.keys()];
    return changes.value.flatMap(({ works }, change) =>
      works.flatMap((key, index) => {
        if (library.has(key) || broken.has(key)) return [];
        const reason = `Unknown work \`${key}\`: expected a key of \`bibliography/\`${suggestionFor(key, keys)}`;
        return [{ file: changes.file, position: changes.positionOf([change, 'works', index]), reason }];
      }),
    );
  },
};

import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownRemark: Check = {
  id: 'unknown-remark',
  level: 'error',
  description:
    '`content/works.yaml` describes a work that is not in the bibliography, so the description is not shown.',
  remedy: 'Correct the key, or add the work to the bibliography.',
  check: ({ remarks: { file, value, positionOf }, library, libraryIsWhole, broken }) => {
    if (!libraryIsWhole) return [];
    const keys = [...library.keys()];
    const unknown = Object.keys(value).filter((key) => !library.has(key) && !broken.has(key));
    return unknown.map((key) => {
      const reason = `Unknown work \`${key}\`: expected a key of \`bibliography/\`${suggestionFor(key, keys)}`;
      return { file, position: positionOf([key]), reason };
    });
  },
};

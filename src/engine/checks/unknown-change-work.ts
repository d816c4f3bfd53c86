import type { Check } from '../model/rule.ts';
import { unknownKeyReason } from './unknown-key.ts';

export const unknownChangeWork: Check = {
  id: 'unknown-change-work',
  level: 'error',
  description: 'A change of the answer in `content/changes.yaml` names a work that is not in the bibliography.',
  remedy: 'Correct the key, or add the work to the bibliography.',
  check: (review) => {
    const { file, value, positionOf } = review.changes;
    return value.flatMap(({ works }, change) =>
      works.flatMap((key, index) => {
        const reason = unknownKeyReason(key, review);
        return reason === null ? [] : [{ file, position: positionOf([change, 'works', index]), reason }];
      }),
    );
  },
};

import type { Check } from '../model/rule.ts';
import { supportEntriesOf } from './support-entries.ts';

export const retellingAlone: Check = {
  id: 'retelling-alone',
  level: 'hint',
  description:
    'A sentence was checked only against a retelling of a work, such as a summary or a news item. Retellings leave out qualifiers and get numbers wrong.',
  remedy: 'Read the abstract or the passage itself and write what it says into the record.',
  check: ({ essays }) =>
    supportEntriesOf(essays).flatMap(({ key, value, file, positionOf }) => {
      if (value.read !== 'retelling') return [];
      const reason = `Invalid reading of \`${key}\` in a retelling only: expected its abstract, an excerpt or its full text`;
      return [{ file, position: positionOf('read'), reason }];
    }),
};

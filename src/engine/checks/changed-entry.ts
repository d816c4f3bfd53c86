import { entryHash } from '../bibliography/index.ts';
import type { Check } from '../model/rule.ts';
import { supportEntriesOf } from './support-entries.ts';

export const changedEntry: Check = {
  id: 'changed-entry',
  level: 'warning',
  description:
    'The title, the authors, the year or the identifier of a work has changed since a sentence was checked against it: the entry may now describe another work or version.',
  remedy: 'Compare the sentence with the work again; `npm run support -- SLUG` prompts you, and writes the new hash.',
  check: ({ essays, library }) =>
    supportEntriesOf(essays).flatMap(({ key, value, file, positionOf }) => {
      const work = library.get(key);
      if (work === undefined || value.entry === undefined) return [];
      const hash = entryHash(work);
      if (value.entry === hash) return [];
      const reason = `Invalid hash \`${value.entry}\` of the entry \`${key}\`: expected \`${hash}\`; the entry has changed since the sentence was checked`;
      return [{ file, position: positionOf('entry'), reason }];
    }),
};

import type { Check } from '../model/rule.ts';
import { supportPath } from '../model/support.ts';
import { pairsOf } from '../model/support-pairs.ts';

export const missingSupport: Check = {
  id: 'missing-support',
  level: 'hint',
  description:
    'The `support.yaml` beside an essay lacks a record for a sentence and a work that it cites: what the work says there, and how it was read, is not recorded. One message counts all missing records of an essay, at the first of them.',
  remedy: 'Add the missing records with `npm run support -- SLUG`; with `--json` it lists every position.',
  check: ({ essays, texts }) =>
    essays.flatMap((essay) => {
      // A file that cannot be read already has a message.
      if (essay.support === null && texts.has(supportPath(essay.slug))) return [];
      const pairs = pairsOf(essay);
      const open = pairs.filter(({ record }) => record === null);
      const [first] = open;
      if (first === undefined) return [];
      const reason = `Missing records of ${open.length} of ${pairs.length} cited works in \`${supportPath(essay.slug)}\`: expected one for each sentence and work; \`npm run support -- ${essay.slug}\` goes through them`;
      return [{ file: essay.path, position: first.at.position, reason }];
    }),
};

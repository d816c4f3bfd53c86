import type { Essay } from '../model/essay.ts';
import type { Check, Problem } from '../model/rule.ts';
import { findSimilar } from '../model/suggestion.ts';
import { pairsOf, staleRecordsOf } from '../model/support-pairs.ts';

export const staleSupport: Check = {
  id: 'stale-support',
  level: 'warning',
  description:
    'A record of `support.yaml` is about a sentence that the essay no longer has: it was changed or removed since its sources were read. Changes of emphasis, line breaks and the form of a citation are ignored.',
  remedy:
    'Compare the new sentence with its sources: `npm run support -- SLUG` offers the old record. Remove the record if the sentence is gone.',
  check: ({ essays }) => essays.flatMap(checkEssay),
};

function checkEssay(essay: Essay): Problem[] {
  const open = pairsOf(essay).flatMap(({ at, record }) => (record === null ? [at.normal] : []));
  return staleRecordsOf(essay).flatMap(({ record, index }) => {
    if (essay.support === null) return [];
    const { file, positionOf } = essay.support;
    const similar = findSimilar(record.normal, open);
    const suggestion =
      similar === null
        ? '; remove the record if the sentence is gone'
        : `; the nearest sentence without a record is “${similar}”`;
    const reason = `Unknown sentence of a record: expected one of the essay that cites${suggestion}`;
    return [{ file, position: positionOf([index, 'sentence']), reason }];
  });
}

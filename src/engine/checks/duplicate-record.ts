import type { Essay } from '../model/essay.ts';
import type { Check, Problem } from '../model/rule.ts';

export const duplicateRecord: Check = {
  id: 'duplicate-record',
  level: 'error',
  description: 'Two records of a `support.yaml` are about the same sentence, and one of the two would be lost.',
  remedy: 'Write the works of both into one record.',
  check: ({ essays }) => essays.flatMap(checkEssay),
};

function checkEssay({ support }: Essay): Problem[] {
  if (support === null) return [];
  const { file, records, positionOf } = support;
  const sentences = records.map(({ normal }) => normal);
  const first = new Map(sentences.toReversed().map((normal, index) => [normal, sentences.length - 1 - index]));
  return sentences.flatMap((normal, index) => {
    if (first.get(normal) === index) return [];
    const reason = 'Duplicate record of a sentence: expected one record with all works that it cites';
    return [{ file, position: positionOf([index, 'sentence']), reason }];
  });
}

import type { Parents } from 'mdast';
import { isAnswer } from '../model/answer.ts';
import type { Check, Problem } from '../model/rule.ts';
import { splitSentences } from '../model/sentences.ts';
import { stringsOf, type Strings } from '../model/strings/index.ts';
import { findingMark, proseOf, runningTextOf } from './running-text.ts';

export const answerWithoutFinding: Check = {
  id: 'answer-without-finding',
  level: 'warning',
  description:
    'A sentence of the review’s answer refers to no finding, so readers cannot see what it rests on. Findings are referred to by `[](#find-…)`.',
  remedy:
    'Refer to the finding that the sentence rests on. If a sentence is only a transition, join it to one that refers to a finding, or allow the rule with a reason.',
  check: ({ essays, texts, config }) => {
    const strings = stringsOf(config.value.locale);
    return essays
      .filter(isAnswer)
      .flatMap(({ path, tree }) =>
        [...proseOf(tree)].flatMap((block) =>
          checkBlock(block, { file: path, source: texts.get(path) ?? '', strings }),
        ),
      );
  },
};

type Surroundings = { file: string; source: string; strings: Strings };

function checkBlock(block: Parents, { file, source, strings }: Surroundings): Problem[] {
  const { text, pointAt } = runningTextOf(block, source);
  let at = 0;
  return splitSentences(text, strings).flatMap((sentence) => {
    const from = at;
    at += sentence.length;
    const [start, end] = [pointAt(from), pointAt(from + sentence.trimEnd().length)];
    if (sentence.includes(findingMark) || sentence.trim() === '' || start === undefined || end === undefined) return [];
    return [
      { file, position: { start, end }, reason: 'Missing finding in a sentence of the answer: expected `[](#find-…)`' },
    ];
  });
}

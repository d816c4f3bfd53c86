import type { Parents } from 'mdast';
import type { Check, Problem } from '../model/rule.ts';
import { splitSentences } from '../model/sentences.ts';
import { stringsOf, type Strings } from '../model/strings/index.ts';
import { proseOf, runningTextOf, sourceMark } from './running-text.ts';

export const uncitedNumber: Check = {
  id: 'uncited-number',
  level: 'hint',
  description:
    'A sentence contains a number and no citation, link, footnote, figure or table. Readers cannot see where the number comes from. Years, dates, names such as “GPT-4” and “Section 3”, and numbers in formulas are ignored.',
  remedy: 'Cite the source in the same sentence, or say in a footnote that the number is your own.',
  check: ({ essays, texts, config }) => {
    const strings = stringsOf(config.value.locale);
    return essays.flatMap(({ path, tree }) =>
      [...proseOf(tree)].flatMap((block) => checkBlock(block, { file: path, source: texts.get(path) ?? '', strings })),
    );
  },
};

type Surroundings = { file: string; source: string; strings: Strings };

function checkBlock(block: Parents, { file, source, strings }: Surroundings): Problem[] {
  const { text, pointAt } = runningTextOf(block, source);
  if (!/\d/.test(text)) return [];
  let at = 0;
  return splitSentences(text, strings).flatMap((sentence) => {
    const from = at;
    at += sentence.length;
    const number = sentence.includes(sourceMark) ? null : numberIn(sentence, strings);
    const [start, end] = [pointAt(from), pointAt(from + sentence.trimEnd().length)];
    if (number === null || start === undefined || end === undefined) return [];
    return [
      {
        file,
        position: { start, end },
        reason: `Missing citation for the number \`${number}\`: expected one in its sentence`,
      },
    ];
  });
}

const numbers = /(?<![\p{L}\p{N}_.,/–-])\d+(?:[.,]\d+)*(?:[\s\u00A0]?%)?/gu;
const year = /^(?:1[5-9]|20)\d\d$/;
/** Matches a name within a sentence, such as "Opus" in "Opus 4.6". */
const capitalised = /[^\s.!?]\s+\p{Lu}[\p{L}-]*\s+$/u;

/** Returns the first number that needs a source. */
function numberIn(sentence: string, { prose }: Strings): string | null {
  for (const match of sentence.matchAll(numbers)) {
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    const isName = capitalised.test(before) || prose.numbering.test(before);
    if (!isName && !year.test(match[0]) && !prose.month.test(after)) return match[0];
  }
  return null;
}

import type { Essay } from '../model/essay.ts';
import { spellingsOf } from '../model/glossary.ts';
import type { Check, Problem } from '../model/rule.ts';
import { stringsOf } from '../model/strings/index.ts';
import { proseOf, runningTextOf } from './running-text.ts';

/** Matches two or more capitals, but not the name of a version such as "GPT-5". */
const abbreviations = /(?<![\p{L}\p{N}_.-])\p{Lu}{2,}(?![\p{L}\p{N}_]|-?\d)/gu;

/** The number of uses from which an abbreviation should be explained. */
const often = 3;

export const unexplainedAbbreviation: Check = {
  id: 'unexplained-abbreviation',
  level: 'hint',
  description:
    'An essay uses an abbreviation three times or more and never explains it: it is not in parentheses after its words, no parentheses follow it, and the glossary does not contain it.',
  remedy:
    'Write the words at the first use, with the abbreviation in parentheses: “Forecasting Research Institute (FRI)”. Or add it to `content/glossary.yaml`.',
  check: ({ essays, glossary, texts, config }) => {
    const { known } = stringsOf(config.value.locale).prose;
    const explained = new Set([...known, ...glossary.value.flatMap(spellingsOf)]);
    return essays.flatMap((essay) => checkEssay(essay, { explained, source: texts.get(essay.path) ?? '' }));
  },
};

type Surroundings = { explained: ReadonlySet<string>; source: string };

function checkEssay({ tree, path }: Essay, { explained, source }: Surroundings): Problem[] {
  const blocks = [...proseOf(tree)].map((block) => runningTextOf(block, source));
  const uses = blocks.flatMap(({ text, pointAt }) =>
    [...text.matchAll(abbreviations)].map(({ 0: name, index }) => ({
      name,
      position: () => ({ start: pointAt(index), end: pointAt(index + name.length) }),
    })),
  );
  const prose = blocks.map(({ text }) => text).join('\n');
  return [...Map.groupBy(uses, ({ name }) => name)].flatMap(([name, found]) => {
    const isKnown = explained.has(name) || prose.includes(`(${name})`) || prose.includes(`${name} (`);
    const { start, end } = found[0]?.position() ?? {};
    if (isKnown || found.length < often || start === undefined || end === undefined) return [];
    const reason = `Missing explanation of \`${name}\`, used ${found.length} times: expected its words at the first use, or an entry in the glossary`;
    return [{ file: path, position: { start, end }, reason }];
  });
}

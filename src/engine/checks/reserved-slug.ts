import { answerFile, answerSlug } from '../model/answer.ts';
import type { Check } from '../model/rule.ts';

export const reservedSlug: Check = {
  id: 'reserved-slug',
  level: 'error',
  description:
    'A folder of `content/essays/` has the slug of the review’s answer, so both pages would have the same address.',
  remedy: 'Rename the folder. The answer itself is written in `content/answer.mdx`.',
  check: ({ texts }) => {
    const file = `content/essays/${answerSlug}/index.mdx`;
    const reason = `Invalid slug \`${answerSlug}\` of an essay: expected another one, since the answer in \`${answerFile}\` has it`;
    const start = { line: 1, column: 1, offset: 0 };
    return texts.has(file) ? [{ file, position: { start, end: start }, reason }] : [];
  },
};

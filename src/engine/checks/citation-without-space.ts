import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';
import { endsSentence } from './citation-after-stop.ts';
import { precededCitations } from './preceded-citations.ts';

export const citationWithoutSpace: Check = {
  id: 'citation-without-space',
  level: 'warning',
  description: 'A citation in brackets follows a word without a space, and would be printed like “law(Doe, 1932)”.',
  remedy: 'Write a space before the bracket: `a power law [@doe1932body]`.',
  check: (review) =>
    textsOf(review).flatMap((essay) =>
      precededCitations(essay)
        .filter(({ before }) => /[\p{L}\p{N}%.,;:!?)\]}"”’]$/u.test(before) && !endsSentence(before))
        .map(({ citation: { position } }) => ({
          file: essay.path,
          position,
          reason: 'Missing space between a word and a citation: expected a space before `[`',
        })),
    ),
};

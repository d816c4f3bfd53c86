import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';
import { precededCitations } from './preceded-citations.ts';

export const citationAfterStop: Check = {
  id: 'citation-after-stop',
  level: 'warning',
  description: 'A citation in brackets is after the full stop of its sentence, so it belongs to no sentence.',
  remedy: 'Put it before the full stop: `Heat loss falls as a power law [@doe1932body].`',
  check: (review) =>
    textsOf(review).flatMap((essay) =>
      precededCitations(essay)
        .filter(({ before }) => endsSentence(before))
        .map(({ citation: { position } }) => ({
          file: essay.path,
          position,
          reason: 'Invalid position of a citation after the full stop: expected it before the full stop',
        })),
    ),
};

const abbreviations = /\b(?:al|e\.g|i\.e|cf|vs|viz|ca|approx|etc|resp|see|St|Dr|[A-Z])\.\s*$/;

export const endsSentence = (text: string): boolean => /[.!?…]["”’')\]]*\s*$/.test(text) && !abbreviations.test(text);

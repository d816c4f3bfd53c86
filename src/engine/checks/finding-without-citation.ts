import { findingsOf } from '../model/finding.ts';
import type { Check } from '../model/rule.ts';

export const findingWithoutCitation: Check = {
  id: 'finding-without-citation',
  level: 'error',
  description: 'A finding cites no work. It rates the evidence behind a claim, and there is none to rate.',
  remedy: 'Cite the works that the claim rests on within the finding, or write it as a paragraph.',
  check: (review) =>
    findingsOf(review)
      .filter(({ citations }) => citations.length === 0)
      .map(({ id, file, position }) => ({
        file,
        position: position?.start,
        reason: `Missing citation in the finding \`${id}\`: expected the works that it rests on, as \`[@key]\``,
      })),
};

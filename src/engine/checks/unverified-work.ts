import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';
import { verifiedFile } from '../model/verified.ts';

export const unverifiedWork: Check = {
  id: 'unverified-work',
  level: 'hint',
  description:
    'A cited work is not in `bibliography/verified.yaml`, which says for each work on which page title, authors, year and identifier were seen, and when. A review without that file is not checked.',
  remedy: 'Compare the entry with the page of the work, and add `key: { page: https://…, on: 2026-11-25 }`.',
  check: ({ verified, library, texts, ...review }) => {
    if (!texts.has(verifiedFile)) return [];
    const cited = new Set(textsOf(review).flatMap(({ cites }) => cites));
    const unverified = [...library.values()].filter(({ key }) => cited.has(key) && verified.value[key] === undefined);
    return unverified.map(({ key, file, position }) => ({
      file,
      position,
      reason: `Missing record of \`${key}\` in \`${verifiedFile}\`: expected the page on which its entry was verified`,
    }));
  },
};

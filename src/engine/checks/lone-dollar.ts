import { containsLoneDollar } from '../bibliography/index.ts';
import type { Check } from '../model/rule.ts';

const fields = ['title', 'subtitle', 'booktitle', 'journaltitle', 'journal'];

export const loneDollar: Check = {
  id: 'lone-dollar',
  level: 'hint',
  description:
    'A title contains a `$` that does not begin a formula. It is printed as a dollar sign, but BibTeX would look for the end of a formula.',
  remedy: 'Write `\\$` for a dollar sign, and `$…$` around a formula.',
  check: ({ entries }) =>
    [...entries.values()].flatMap(({ key, file, valueOf, positionOf }) =>
      fields
        .filter((field) => containsLoneDollar(valueOf(field) ?? ''))
        .map((field) => ({
          file,
          position: positionOf(field),
          reason: `Invalid single \`$\` in the ${field} of \`${key}\`: expected \`\\$\` for a dollar, or a second \`$\` that ends the formula`,
        })),
    ),
};

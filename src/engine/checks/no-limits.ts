import type { Check } from '../model/rule.ts';
import { stringsOf } from '../model/strings/index.ts';

export const noLimits: Check = {
  id: 'no-limits',
  level: 'warning',
  description:
    'An essay has no section on its limits: no heading speaks of limits, caveats or weaknesses. A review that says what it cannot show is one that can be relied on for the rest.',
  remedy: 'Add `## Limits`: how sure you are of what, what you did not read, and what result would change the answer.',
  check: ({ essays, config }) => {
    const { limits, limitsHeading } = stringsOf(config.value.locale).prose;
    return essays
      .filter(({ headings }) => !headings.some(({ text }) => limits.test(text)))
      .map(({ path, positionOf }) => ({
        file: path,
        position: positionOf(['title']),
        reason: `Missing section on limits: expected a heading such as \`## ${limitsHeading}\``,
      }));
  },
};

import { excludedPairs } from '../model/certainty.ts';
import { findingsOf } from '../model/finding.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';

export const excludedReasons: Check = {
  id: 'excluded-reasons',
  level: 'error',
  description:
    'The `because` of a finding names two reasons that contradict each other, such as `one-group` and `replicated`.',
  remedy: 'Keep the reason that applies. If each applies to a part of the claim, split it into two findings.',
  check: (review) =>
    findingsOf(review).flatMap(({ id, file, node, reasons }) =>
      excludedPairs
        .filter((pair) => pair.every((reason) => reasons.includes(reason)))
        .map(([first, second]) => ({
          file,
          position: positionOfProp(node, 'because'),
          reason: `Invalid reasons of the finding \`${id}\`: expected \`${first}\` or \`${second}\`, for they contradict each other`,
        })),
    ),
};

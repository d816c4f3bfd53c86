import { findingsOf } from '../model/finding.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';

export const unknownConsideration: Check = {
  id: 'unknown-consideration',
  level: 'error',
  description: 'The `consideration` of a finding is not an id in `content/considerations.yaml`.',
  remedy: 'Correct the id, or add the consideration there.',
  check: (review) => {
    const { file: list, value } = review.considerations;
    const known = value.map(({ id }) => id);
    const expected = known.length === 0 ? `an id of \`${list}\`, which has none` : oneOf(known);
    return findingsOf(review)
      .filter(({ consideration }) => !known.includes(consideration))
      .map(({ consideration, file, node }) => ({
        file,
        position: positionOfProp(node, 'consideration'),
        reason: `Unknown consideration \`${consideration}\`: expected ${expected}${suggestionFor(consideration, known)}`,
      }));
  },
};

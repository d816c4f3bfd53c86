import { isReason, namesInBecause, reasonNames } from '../model/certainty.ts';
import { findingsOf } from '../model/finding.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';

export const unknownReason: Check = {
  id: 'unknown-reason',
  level: 'error',
  description: 'The `because` of a finding contains a word that is not a reason for a certainty.',
  remedy: 'Write a reason that the message names. An explanation in your own words belongs in the text of the finding.',
  check: (review) =>
    findingsOf(review).flatMap(({ file, node }) =>
      namesInBecause(node.props.because)
        .filter((name) => !isReason(name))
        .map((name) => ({
          file,
          position: positionOfProp(node, 'because'),
          reason: `Unknown reason \`${name}\`: expected ${oneOf(reasonNames)}${suggestionFor(name, reasonNames)}`,
        })),
    ),
};

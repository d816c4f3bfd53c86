import { namesInBecause, reasonNames } from '../model/certainty.ts';
import { findingsOf } from '../model/finding.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';
import { oneOf } from '../model/suggestion.ts';

export const findingWithoutReason: Check = {
  id: 'finding-without-reason',
  level: 'error',
  description: 'The `because` of a finding is empty: it states a certainty without a reason.',
  remedy: 'Name the reasons in `because`, with commas between them: `because="one-group, indirect"`.',
  check: (review) =>
    findingsOf(review)
      .filter(({ node }) => namesInBecause(node.props.because).length === 0)
      .map(({ id, file, node }) => ({
        file,
        position: positionOfProp(node, 'because'),
        reason: `Missing reason in the finding \`${id}\`: expected in \`because\` at least ${oneOf(reasonNames)}`,
      })),
};

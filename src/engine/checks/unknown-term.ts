import { positionOfProp } from '../model/nodes.ts';
import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';
import { termNodesOf } from '../model/used-terms.ts';

export const unknownTerm: Check = {
  id: 'unknown-term',
  level: 'error',
  description: 'The `id` of a `Term` is not an id in `content/glossary.yaml`.',
  remedy: 'Correct the id, or add the term there.',
  check: (review) => {
    const { file: list, value } = review.glossary;
    const known = value.map(({ id }) => id);
    const expected = `an id of \`${list}\`${known.length === 0 ? ', which has none' : ''}`;
    return textsOf(review).flatMap((text) =>
      termNodesOf(text)
        .filter(({ props }) => !known.includes(props.id))
        .map((node) => ({
          file: text.path,
          position: positionOfProp(node, 'id'),
          reason: `Unknown term \`${node.props.id}\`: expected ${expected}${suggestionFor(node.props.id, known)}`,
        })),
    );
  },
};

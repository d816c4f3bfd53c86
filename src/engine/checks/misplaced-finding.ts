import { isAnswer } from '../model/answer.ts';
import { findingNodesOf } from '../model/finding.ts';
import { positionOfProp, type ComponentNode } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';
import { nodesOf } from '../model/walk.ts';

export const misplacedFinding: Check = {
  id: 'misplaced-finding',
  level: 'error',
  description:
    'A finding is within another finding, in the answer or on the page about the review. The evidence map counts each claim once, and takes claims only from essays.',
  remedy: 'Put the finding after the other one; elsewhere, link to the essay’s finding.',
  check: ({ essays, about }) => [
    ...essays.flatMap(({ path, components }) =>
      findingNodesOf({ components })
        .flatMap((outer) => nodesOf({ type: 'root', children: outer.children }, 'component'))
        .flatMap((node) => (node.name === 'Finding' ? [problemWith(node, path, 'it outside of other findings')] : [])),
    ),
    ...essays
      .filter(isAnswer)
      .flatMap((answer) => findingNodesOf(answer).map((node) => problemWith(node, answer.path, 'it in an essay'))),
    ...(about === null ? [] : findingNodesOf(about).map((node) => problemWith(node, about.path, 'it in an essay'))),
  ],
};

const problemWith = (node: ComponentNode<'Finding'>, file: string, expected: string) => ({
  file,
  position: positionOfProp(node, 'id'),
  reason: `Invalid position of the finding \`${node.props.id}\`: expected ${expected}`,
});

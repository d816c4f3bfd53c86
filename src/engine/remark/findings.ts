import type { Root } from 'mdast';
import type { Consideration } from '../model/consideration.ts';
import { nodesOf } from '../model/walk.ts';

/** Adds to every finding the question of its consideration, and the keys of the works that it cites. */
export function remarkFindings({ considerations }: { considerations: readonly Consideration[] }) {
  const questions = new Map(considerations.map(({ id, question }) => [id, question.replace(/\s+/g, ' ').trim()]));
  return (tree: Root): void => {
    for (const node of nodesOf(tree, 'component')) {
      if (node.name !== 'Finding') continue;
      const question = questions.get(node.props.consideration);
      const keys = nodesOf(node, 'citation').flatMap(({ items }) => items.map(({ key }) => key));
      node.data = { ...node.data, cites: [...new Set(keys)], ...(question === undefined ? {} : { question }) };
    }
  };
}

import type { About, Essay } from '../model/essay.ts';
import type { ComponentNode } from '../model/nodes.ts';
import { textsOf } from '../model/published.ts';
import type { Check, Problem } from '../model/rule.ts';
import { nodesOf } from '../model/walk.ts';

const captioned: readonly string[] = ['Figure', 'Chart', 'Table'];

export const missingCaption: Check = {
  id: 'missing-caption',
  level: 'warning',
  description:
    'A figure, a chart or a table has no caption, so readers do not learn what it shows and where it is from.',
  remedy: 'Write the caption between the tags, in a paragraph of its own. In a `Table` it follows the table.',
  check: (review) => textsOf(review).flatMap(checkText),
};

const checkText = ({ path, tree }: Essay | About): Problem[] =>
  nodesOf(tree, 'component')
    .filter((node) => captioned.includes(node.name) && !hasCaption(node))
    .map(({ name, position }) => ({
      file: path,
      position: position?.start,
      reason: `Missing caption of \`${name}\`: expected a paragraph ${name === 'Table' ? 'after the table' : 'between the tags'}`,
    }));

const hasCaption = ({ children }: ComponentNode): boolean => children.some(({ type }) => type !== 'table');

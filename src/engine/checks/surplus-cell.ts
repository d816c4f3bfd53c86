import type { About, Essay } from '../model/essay.ts';
import { textsOf } from '../model/published.ts';
import type { Check, Problem } from '../model/rule.ts';
import { nodesOf } from '../model/walk.ts';

export const surplusCell: Check = {
  id: 'surplus-cell',
  level: 'error',
  description:
    'A row of a table has more cells than its header. The extra cells and their citations would be dropped. Usually a `|` in a cell is meant as text.',
  remedy: 'Write `\\|` for a bar in text or code, and `\\vert` or `\\mid` in a formula.',
  check: (review) => textsOf(review).flatMap(checkText),
};

function checkText({ path, tree }: Essay | About): Problem[] {
  const problems: Problem[] = [];
  for (const {
    children: [head, ...rows],
  } of nodesOf(tree, 'table')) {
    const columns = head?.children.length ?? 0;
    for (const { children } of rows) {
      const [first] = children.slice(columns);
      if (first === undefined) continue;
      const reason = `Invalid row of more than ${columns} cells: expected as many as in the table’s head; write \`\\|\` for a bar, \`\\vert\` in a formula`;
      problems.push({ file: path, position: first.position, reason });
    }
  }
  return problems;
}

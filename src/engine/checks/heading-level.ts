import type { About, Essay } from '../model/essay.ts';
import { textsOf } from '../model/published.ts';
import type { Check, Problem } from '../model/rule.ts';
import { nodesOf } from '../model/walk.ts';

export const headingLevel: Check = {
  id: 'heading-level',
  level: 'warning',
  description:
    'A heading skips a level, or has the level of the essay’s title. Tables of contents and screen readers use the levels as the outline.',
  remedy: 'Begin with `##`, and add one `#` for each level below.',
  check: (review) => textsOf(review).flatMap(checkText),
};

function checkText({ path, tree }: Essay | About): Problem[] {
  const problems: Problem[] = [];
  let before = 1;
  for (const { depth, position } of nodesOf(tree, 'heading')) {
    if (depth === 1 || depth > before + 1) {
      const expected = before === 1 ? '`##`' : `at most \`${'#'.repeat(before + 1)}\``;
      problems.push({ file: path, position, reason: `Invalid heading of level ${depth}: expected ${expected}` });
    }
    before = Math.max(depth, 2);
  }
  return problems;
}

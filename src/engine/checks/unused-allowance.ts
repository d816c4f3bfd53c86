import type { Problem, Rule } from '../model/rule.ts';
import type { Allowance } from './allowances.ts';

export const unusedAllowance: Rule = {
  id: 'unused-allowance',
  level: 'warning',
  description:
    'A comment turns a rule off where nothing breaks it. It may have been mended since, and the comment would hide the next mistake.',
  remedy: 'Take the comment out, or put it directly before what it is about.',
};

/** An allowance that nothing has made use of. */
export const toUnused = ({ rule, location }: Allowance): Problem => ({
  ...location,
  reason: `Invalid allowance of \`${rule}\`: nothing here breaks the rule; remove the comment`,
});

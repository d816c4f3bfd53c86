import type { Problem, Rule } from '../model/rule.ts';
import type { Allowance } from './allowances.ts';

export const unusedAllowance: Rule = {
  id: 'unused-allowance',
  level: 'warning',
  description:
    'A comment turns a rule off where there is no problem. The problem may be fixed, and the comment would hide a new one.',
  remedy: 'Remove the comment, or put it directly before the text that it is about.',
};

/** Returns the problem of an allowance that suppresses no message. */
export const problemOfUnused = ({ rule, location }: Allowance): Problem => ({
  ...location,
  reason: `Invalid allowance of \`${rule}\`: nothing here breaks the rule; remove the comment`,
});

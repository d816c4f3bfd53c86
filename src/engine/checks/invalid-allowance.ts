import type { Problem, Rule } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';
import type { Allowance } from './allowances.ts';

export const invalidAllowance: Rule = {
  id: 'invalid-allowance',
  level: 'warning',
  description:
    'A comment to turn a rule off has no reason, or names a rule that does not exist or is an error. The comment has no effect.',
  remedy: 'Write `allow rule-id: reason` with a rule that is a warning or a hint. Fix errors in the text.',
};

/** Checks an allowance; `known` are the rules that may be turned off. */
export function checkAllowance({ rule, reason, location }: Allowance, known: readonly string[]): Problem[] {
  if (!known.includes(rule)) {
    const expected = `expected the rule of a warning or a hint${suggestionFor(rule, known)}`;
    return [{ ...location, reason: `Invalid allowance of \`${rule}\`: ${expected}` }];
  }
  if (reason !== '') return [];
  return [{ ...location, reason: `Missing reason of the allowance of \`${rule}\`: expected \`allow ${rule}: …\`` }];
}

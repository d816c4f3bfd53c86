import type { Finding, Rule } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';
import type { Allowance } from './allowances.ts';

export const invalidAllowance: Rule = {
  id: 'invalid-allowance',
  level: 'warning',
  description:
    'A comment to turn a rule off has no reason, or names a rule that does not exist or is an error. The comment has no effect.',
  remedy: 'Write `allow rule-id: reason` with a rule that is a warning or a hint. Fix errors in the text.',
};

/** What is wrong with an allowance; `known` are the rules that may be turned off. */
export function checkAllowance({ rule, reason, place }: Allowance, known: readonly string[]): Finding[] {
  if (!known.includes(rule)) {
    const expected = `expected the rule of a warning or a hint${suggestionFor(rule, known)}`;
    return [{ ...place, reason: `Unexpected allowance of \`${rule}\`, ${expected}` }];
  }
  if (reason !== '') return [];
  return [{ ...place, reason: `Unexpected allowance of \`${rule}\` without a reason, expected \`allow ${rule}: …\`` }];
}

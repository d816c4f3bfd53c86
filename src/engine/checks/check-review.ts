import { createMessageOf, isAtLeast, levelOf, rangeOf, type Level, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import type { CheckContext, Problem, Rule } from '../model/rule.ts';
import { readAllowances, type Allowance } from './allowances.ts';
import { checks } from './index.ts';
import { checkAllowance, invalidAllowance } from './invalid-allowance.ts';
import { problemOfUnused, unusedAllowance } from './unused-allowance.ts';

export type CheckOptions = CheckContext & {
  /** The lowest level to report. Checks that cannot reach it do not run. */
  least: Level;
};

const allowable = checks.filter(({ level }) => level !== 'error').map(({ id }) => id);

/** Runs the checks. Returns all messages about a review, except those that its comments allow. */
export function checkReview(review: Review, { least, ...context }: CheckOptions): Message[] {
  const rules = checks.filter(({ level }) => isAtLeast(level, least));
  const allowances = isAtLeast('warning', least) ? readAllowances(review) : [];
  const used = new Set<Allowance>();
  const messages = rules.flatMap((rule) =>
    rule.check(review, context).flatMap((problem) => {
      const allowing = allowances.filter((allowance) => allows(allowance, rule, problem));
      for (const allowance of allowing) used.add(allowance);
      return allowing.length > 0 ? [] : [messageOf(rule, problem)];
    }),
  );
  const unused = allowances.filter(
    (allowance) => isValid(allowance) && rules.some(({ id }) => id === allowance.rule) && !used.has(allowance),
  );
  return [
    ...messages.filter((message) => isAtLeast(levelOf(message), least)),
    ...allowances
      .flatMap((allowance) => checkAllowance(allowance, allowable))
      .map((problem) => messageOf(invalidAllowance, problem)),
    ...unused.map((allowance) => messageOf(unusedAllowance, problemOfUnused(allowance))),
  ];
}

const messageOf = (rule: Rule, problem: Problem): Message =>
  createMessageOf({ id: rule.id, level: problem.level ?? rule.level }, problem.reason, problem);

const isValid = (allowance: Allowance): boolean => checkAllowance(allowance, allowable).length === 0;

function allows(allowance: Allowance, { id, level }: Rule, { file, position, level: own = level }: Problem): boolean {
  if (allowance.rule !== id || allowance.location.file !== file || own === 'error' || !isValid(allowance)) return false;
  const line = rangeOf({ place: position })?.start.line ?? 0;
  return line >= allowance.covers.from && line <= allowance.covers.to;
}

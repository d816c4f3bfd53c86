import type { Level, Location } from './message.ts';
import type { Review } from './review.ts';

/** The text of a rule in the guide: plain text with code in backticks. */
export type RuleText = {
  /** The highest level of its messages. */
  level: Level;
  /** What the rule reports, and why. */
  description: string;
  /** What to write instead. */
  remedy: string;
};

/** A rule for content; its `id` is used in messages and as its anchor in the guide. */
export type Rule = RuleText & { id: string };

/**
 * A problem found by a check. `reason` begins with Unknown, Missing, Duplicate or Invalid; `level` is set if lower than
 * the rule's.
 */
export type Problem = Location & { reason: string; level?: Level };

/** Inputs of a check other than the review. */
export type CheckContext = {
  /** The day of the check, as `2026-11-24`; null if results must not depend on it. */
  today: string | null;
};

/** A rule about a review as a whole, with the function that checks it. */
export type Check = Rule & { check: (review: Review, context: CheckContext) => Problem[] };

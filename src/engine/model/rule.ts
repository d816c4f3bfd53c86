import type { Level, Location } from './message.ts';
import type { Review } from './review.ts';

/** What the guide tells of a rule: plain text with code in backticks. */
export type RuleText = {
  /** The highest level at which it speaks. */
  level: Level;
  /** What it looks for, and why. */
  description: string;
  /** What to write instead. */
  remedy: string;
};

/** Something that content has to keep; `id` is what its messages carry and what its place in the guide is called. */
export type Rule = RuleText & { id: string };

/** What a check found: `reason` begins with Unknown, Missing, Duplicate or Invalid; `level` where it is lower than the rule's. */
export type Problem = Location & { reason: string; level?: Level };

/** What a check may know beside the review. */
export type CheckContext = {
  /** The day of the check, as `2026-11-24`; null where nothing may depend on it. */
  today: string | null;
};

/** A rule about a review as a whole, with what finds where it is broken. */
export type Check = Rule & { check: (review: Review, context: CheckContext) => Problem[] };

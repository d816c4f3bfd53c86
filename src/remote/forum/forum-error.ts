/**
 * What became of a request to a forum that did not succeed.
 *
 * `refused`: it was not carried out. `unknown`: whether it was carried out has to be looked up. `stale`: what is there has
 * changed since it was read. `final`: the forum asks not to try this again.
 */
export type Outcome = 'refused' | 'unknown' | 'stale' | 'final';

/** An error of two sentences: what happened, what to do. It holds no token and no key. */
export class ForumError extends Error {
  override readonly name = 'ForumError';
  readonly outcome: Outcome;

  constructor(outcome: Outcome, message: string) {
    super(message);
    this.outcome = outcome;
  }
}

/** Whether an error leaves open what the forum did. */
export const isUnknown = (error: unknown): error is ForumError =>
  error instanceof ForumError && error.outcome === 'unknown';

/**
 * What a failed request to the forum leaves behind.
 *
 * `refused`: nothing was changed. `unknown`: whether it was carried out has to be looked up. `stale`: what is on the forum
 * changed since it was read, and nothing was sent.
 */
export type Outcome = 'refused' | 'unknown' | 'stale';

/** An error of two sentences: what happened, what to do. It does not contain the token. */
export class ForumError extends Error {
  override readonly name = 'ForumError';
  readonly outcome: Outcome;

  constructor(outcome: Outcome, message: string, options?: ErrorOptions) {
    super(message, options);
    this.outcome = outcome;
  }
}

/** Whether an error leaves open what the forum did. */
export const isUnknown = (error: unknown): error is ForumError =>
  error instanceof ForumError && error.outcome === 'unknown';

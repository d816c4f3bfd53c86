import type { Review } from '../../../engine/model/review.ts';
import type { Graphql } from '../api/client.ts';
import type { ForumEnvironment } from '../environment.ts';
import type { PushOptions } from '../command.ts';

/** The state of a push: its input, the connection, and the account. */
export type PushSession = {
  environment: ForumEnvironment;
  review: Review;
  options: PushOptions;
  graphql: Graphql;
  /** The id of the account that the token belongs to. */
  account: string;
};

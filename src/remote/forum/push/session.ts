import type { Review } from '../../../engine/model/review.ts';
import type { Graphql } from '../api/client.ts';
import type { ForumEnvironment } from '../environment.ts';
import type { PushOptions } from '../command.ts';

/** A push: what it is given, the connection, and whose account it uses. */
export type PushSession = {
  environment: ForumEnvironment;
  review: Review;
  options: PushOptions;
  graphql: Graphql;
  /** The id of the account that the token belongs to. */
  account: string;
};

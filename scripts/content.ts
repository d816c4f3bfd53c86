import { digestOfCode } from '../src/build/inputs.ts';
import { createStore, type Store } from '../src/build/store.ts';
import { shownPart } from '../src/engine/model/published.ts';
import type { Review } from '../src/engine/model/review.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readCheckedReview } from '../src/engine/read-review.ts';
import { formatForPeople } from './report/people.ts';
import { root } from './root.ts';
import { readToday } from './today.ts';

/** What commands keep from one run to the next. */
export const openStore = (): Store => createStore(root, digestOfCode(root));

/**
 * Reads and checks the review; prints errors and warnings, and ends the command where there is an error among them.
 *
 * Gives the part that outputs show, with `drafts` or without.
 */
export function readContent(store: Store, { drafts }: { drafts: boolean }): Review {
  const { review, baseUrl, messages } = readCheckedReview(root, createParseCache({ store }), { least: 'warning', today: readToday() });
  store.prune('essays');
  process.stderr.write(formatForPeople(messages, { baseUrl, hints: false, stream: process.stderr }));
  if (review === null) process.exit(1);
  return shownPart(review, { drafts });
}

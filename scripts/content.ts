import type { Store } from '../src/build/store.ts';
import { shownPart } from '../src/engine/model/published.ts';
import type { Review } from '../src/engine/model/review.ts';
import { formatForPeople } from './report/people.ts';
import { root } from './root.ts';
import { readToday } from './today.ts';

/**
 * Reads and checks the review; prints errors and warnings, and ends the command where there is an error among them.
 *
 * Gives the part that outputs show, with `drafts` or without.
 */
export async function readContent(store: Store, { drafts }: { drafts: boolean }): Promise<Review> {
  // Loaded once the store is open, so that Node need not compile it anew.
  const [{ createParseCache }, { readCheckedReview }] = await Promise.all([import('../src/engine/parse-review.ts'), import('../src/engine/read-review.ts')]);
  const { review, baseUrl, messages } = readCheckedReview(root, createParseCache({ store }), { least: 'warning', today: readToday() });
  store.prune('essays');
  process.stderr.write(formatForPeople(messages, { baseUrl, hints: false, stream: process.stderr }));
  if (review === null) process.exit(1);
  return shownPart(review, { drafts });
}

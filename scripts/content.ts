import type { Store } from '../src/build/store.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf, type Level, type Message } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { root } from './root.ts';

/** Reads and checks the review; prints its messages, and ends the command where there is an error among them. */
export async function readContent(store: Store): Promise<Review> {
  // Loaded once the store is open, so that Node need not compile it anew.
  const [{ createParseCache }, { readCheckedReview }] = await Promise.all([import('../src/engine/parse-review.ts'), import('../src/engine/read-review.ts')]);
  const { review, messages } = readCheckedReview(root, createParseCache(store));
  store.prune('essays');
  if (messages.length > 0) process.stderr.write(`${formatMessages(messages)}\n${countOf(messages)}\n`);
  if (review === null) process.exit(1);
  return review;
}

function countOf(messages: readonly Message[]): string {
  const counts = (['error', 'warning', 'information'] as const).map((level) => ({ level, count: ofLevel(messages, level) }));
  return counts.flatMap(({ level, count }) => (count === 0 ? [] : [`${count} ${level}${count === 1 || level === 'information' ? '' : 's'}`])).join(', ');
}

const ofLevel = (messages: readonly Message[], level: Level): number => messages.filter((message) => levelOf(message) === level).length;

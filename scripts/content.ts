import { digestOfCode } from '../src/build/inputs.ts';
import { createStore, type Store } from '../src/build/store.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf, type Level, type Message } from '../src/engine/model/message.ts';
import { shownPart } from '../src/engine/model/published.ts';
import type { Review } from '../src/engine/model/review.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readCheckedReview } from '../src/engine/read-review.ts';
import { root } from './root.ts';

/** What commands keep from one run to the next. */
export const openStore = (): Store => createStore(root, digestOfCode(root));

/**
 * Reads and checks the review; prints its messages, and ends the command where there is an error among them.
 *
 * Gives the part that outputs show, with `drafts` or without.
 */
export function readContent(store: Store, { drafts }: { drafts: boolean }): Review {
  const { review, messages } = readCheckedReview(root, createParseCache(store));
  store.prune('essays');
  if (messages.length > 0) process.stderr.write(`${formatMessages(messages)}\n${countOf(messages)}\n`);
  if (review === null) process.exit(1);
  return shownPart(review, { drafts });
}

function countOf(messages: readonly Message[]): string {
  const counts = (['error', 'warning', 'information'] as const).map((level) => ({ level, count: ofLevel(messages, level) }));
  return counts.flatMap(({ level, count }) => (count === 0 ? [] : [`${count} ${level}${count === 1 || level === 'information' ? '' : 's'}`])).join(', ');
}

const ofLevel = (messages: readonly Message[], level: Level): number => messages.filter((message) => levelOf(message) === level).length;

import type { Cache } from '../src/build/cache.ts';
import { fillEvidenceMaps } from '../src/engine/fill-evidence-maps.ts';
import { shownPart } from '../src/engine/model/published.ts';
import type { Review } from '../src/engine/model/review.ts';
import { formatForPeople } from './report/people.ts';
import { root } from './root.ts';

/**
 * Reads and checks the review; prints errors and warnings, and ends the command where there is an error among them.
 *
 * Gives the part that outputs show, with `drafts` or without.
 */
export async function readContent(cache: Cache, options: { drafts: boolean }): Promise<Review> {
  return (await readAndReport(cache, options)).review;
}

/** The same, and whether there was no message at all. */
export async function readAndReport(
  cache: Cache,
  { drafts }: { drafts: boolean },
): Promise<{ review: Review; isSilent: boolean }> {
  // Loaded only where something has to be read.
  const [{ createParseCache }, { readCheckedReview }, { cachedSteps }] = await Promise.all([
    import('../src/engine/parse-review.ts'),
    import('../src/engine/read-review.ts'),
    import('../src/build/cached-steps.ts'),
  ]);
  const { review, baseUrl, messages } = readCheckedReview(
    root,
    createParseCache({ steps: cachedSteps(cache, { prints: true }) }),
    {
      least: 'warning',
      // Only `npm run check` speaks of what depends on the day, so that a build says the same on any.
      today: null,
    },
  );
  for (const kind of ['essays', 'support', 'works']) cache.prune(kind);
  process.stderr.write(formatForPeople(messages, { baseUrl, hints: false, stream: process.stderr }));
  if (review === null) process.exit(1);
  return { review: fillEvidenceMaps(shownPart(review, { drafts })), isSilent: messages.length === 0 };
}

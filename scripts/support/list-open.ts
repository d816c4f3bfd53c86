import { entryHash } from '../../src/engine/bibliography/index.ts';
import { plainText } from '../../src/engine/model/plain-text.ts';
import type { Review } from '../../src/engine/model/review.ts';
import { openPairsOf, type OpenPair } from '../../src/engine/open-pairs.ts';

/** Lists the open pairs of essays, as JSON for tools. */
export function listOpen(review: Review, slugs: readonly string[]): string {
  const essays = review.essays.filter(({ slug }) => slugs.includes(slug));
  const open = essays.flatMap((essay) =>
    openPairsOf(essay, review.library).map((pair) => ({
      essay: essay.slug,
      file: essay.path,
      ...describePair(pair, review),
    })),
  );
  return `${JSON.stringify(open, null, 2)}\n`;
}

function describePair({ at, work, why, former, stale }: OpenPair, review: Review) {
  const [start] = at.position === undefined ? [] : [at.position.start];
  return {
    line: start?.line ?? null,
    column: start?.column ?? null,
    why,
    sentence: at.normal,
    text: at.sentence,
    work: work.key,
    entry: entryHash(work),
    reference: referenceOf(work.key, review),
    link: work.link,
    former: former === null ? null : { sentence: stale?.record.sentence ?? at.normal, ...former },
  };
}

/** Returns a work's reference in the review's style, as plain text. */
export const referenceOf = (key: string, { formatted }: Pick<Review, 'formatted'>): string =>
  (formatted.get(key)?.reference ?? []).map(plainText).join('');

import type { EssayCard, SiteReview, WorkCard } from '../engine/model/site.ts';

const known = new WeakMap<SiteReview, ReadonlyMap<string, WorkCard>>();

/** Returns the works that an essay cites, in the order of its reference list. */
export function worksOf({ cites }: EssayCard, review: SiteReview): WorkCard[] {
  const works = known.get(review) ?? new Map(review.works.map((work) => [work.key, work]));
  known.set(review, works);
  return cites.flatMap((key) => works.get(key) ?? []);
}

import { drawCharts } from '../charts/draw-charts.ts';
import { fillEvidenceMaps } from '../engine/fill-evidence-maps.ts';
import { shownPart } from '../engine/model/published.ts';
import type { Review } from '../engine/model/review.ts';
import { readPostImages, type PostImages } from '../post-images/read-post-images.ts';
import type { Cache } from './cache.ts';
import { drawChartFrom, drawFrom } from './cached-steps.ts';

export type PostOptions = { root: string; cache: Cache };

/** Draws the charts of a review through the cache, and returns it with the pictures of its posts. */
export async function drawPostImages(
  read: Review,
  { root, cache }: PostOptions,
): Promise<{ review: Review; images: PostImages }> {
  const review = await drawCharts(read, drawChartFrom(cache));
  return { review, images: readPostImages(review.essays, { root, draw: drawFrom(cache) }) };
}

/**
 * Returns a review with drafts in which cleared essays are as published: their evidence maps, for example, lack the
 * findings of drafts.
 */
export function withPublishedEssays(review: Review): Review {
  const { essays } = fillEvidenceMaps(shownPart(review, { drafts: false }));
  const published = new Map(essays.map((essay) => [essay.slug, essay]));
  return { ...review, essays: review.essays.map((essay) => published.get(essay.slug) ?? essay) };
}

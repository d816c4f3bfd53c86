import type { APIContext } from 'astro';
import review from 'virtual:review';
import { pathOf } from '../components/paths.ts';
import { toReviewData } from '../components/review-data.ts';

/** The review as data. */
export function GET({ site }: APIContext): Response {
  const data = toReviewData(review, { base: new URL(pathOf('/'), site).href });
  return new Response(`${JSON.stringify(data, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

import type { APIContext } from 'astro';
import review from 'virtual:review';
import { formatEvidence } from '../components/evidence-csv.ts';
import { pathOf } from '../components/paths.ts';
import { toReviewData } from '../components/review-data.ts';

/** The findings of the review as a table. */
export function GET({ site }: APIContext): Response {
  const csv = formatEvidence(toReviewData(review, { base: new URL(pathOf('/'), site).href }));
  return new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
}

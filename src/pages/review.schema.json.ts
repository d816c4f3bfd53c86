import type { APIContext } from 'astro';
import { pathOf } from '../components/paths.ts';
import { reviewDataSchema } from '../engine/model/review-data.ts';

/** The JSON Schema of `review.json`. */
export function GET({ site }: APIContext): Response {
  const schema = reviewDataSchema(new URL(pathOf('/review.schema.json'), site).href);
  return new Response(`${JSON.stringify(schema, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
}

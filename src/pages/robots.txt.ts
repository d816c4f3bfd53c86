import type { APIContext } from 'astro';
import review from 'virtual:review';
import { pathOf } from '../components/paths.ts';
import { isCleared } from '../engine/model/published.ts';

/** What crawlers may read: everything, or nothing of a build with drafts, which has no sitemap. */
export function GET({ site }: APIContext): Response {
  const rules = review.sequence.every(isCleared)
    ? `Allow: /\n\nSitemap: ${new URL(pathOf('/sitemap-index.xml'), site).href}\n`
    : 'Disallow: /\n';
  return new Response(`User-agent: *\n${rules}`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

import type { APIContext } from 'astro';
import review from 'virtual:review';
import { pathOf } from '../components/paths.ts';
import { isCleared } from '../engine/model/published.ts';

/** Allows crawlers everything, or nothing if the build has drafts. Such a build has no sitemap. */
export function GET({ site }: APIContext): Response {
  const rules = review.sequence.every(isCleared)
    ? `Allow: /\n\nSitemap: ${new URL(pathOf('/sitemap-index.xml'), site).href}\n`
    : 'Disallow: /\n';
  return new Response(`User-agent: *\n${rules}`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

import type { APIContext } from 'astro';
import review from 'virtual:review';
import { formatFeed } from '../components/feeds.ts';
import { pathOf } from '../components/paths.ts';

/** The feed of essays, newest first. */
export function GET({ site }: APIContext): Response {
  const feed = formatFeed(review, { base: new URL(pathOf('/'), site).href });
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}

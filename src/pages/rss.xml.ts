import type { APIContext } from 'astro';
import { loadPost } from 'virtual:posts';
import review from 'virtual:review';
import { formatFeed, newestFirst } from '../components/feeds.ts';
import { pathOf } from '../components/paths.ts';
import { isCleared } from '../engine/model/published.ts';

/** The number of essays whose full text the feed has: a reader fetches the whole of it again and again. */
const mostInFull = 10;

/** The feed of essays, newest first. */
export async function GET({ site }: APIContext): Promise<Response> {
  // Beside a draft, the text of a cleared essay may tell of it: an evidence map has its findings.
  const inFull = review.sequence.every(isCleared) ? mostInFull : 0;
  const newest = newestFirst(review.sequence).slice(0, inFull);
  const texts = new Map(
    await Promise.all(newest.map(async ({ slug }) => [slug, (await loadPost(slug)).html] as const)),
  );
  const feed = formatFeed(review, { base: new URL(pathOf('/'), site).href, texts });
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}

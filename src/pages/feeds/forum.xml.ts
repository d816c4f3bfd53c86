import type { APIContext } from 'astro';
import { loadPost } from 'virtual:posts';
import review from 'virtual:review';
import { formatForumFeed } from '../../components/feeds.ts';
import { pathOf } from '../../components/paths.ts';

/** The feed that forums import: the full text of cleared essays, in the HTML that forums store. */
export async function GET({ site }: APIContext): Promise<Response> {
  const posts = new Map(
    await Promise.all(review.sequence.map(async ({ slug }) => [slug, (await loadPost(slug)).html] as const)),
  );
  const feed = formatForumFeed(review, { base: new URL(pathOf('/'), site).href, posts });
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}

import type { APIContext } from 'astro';
import review from 'virtual:review';
import { formatForumFeed } from '../../components/forum-feed.ts';
import { pathOf } from '../../components/paths.ts';

/** The feed that forums import: the full text of cleared essays, in the HTML that they keep. */
export async function GET({ site }: APIContext): Promise<Response> {
  const modules = import.meta.glob<{ slug: string | null; html: string }>('/content/essays/*/index.mdx', { query: '?forum' });
  const essays = await Promise.all(Object.values(modules).map((load) => load()));
  const posts = new Map(essays.flatMap(({ slug, html }) => (slug === null ? [] : [[slug, html] as const])));
  const feed = formatForumFeed(review, { base: new URL(pathOf('/'), site).href, posts });
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
}

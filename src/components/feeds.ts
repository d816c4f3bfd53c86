import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { isCleared } from '../engine/model/published.ts';
import type { EssayCard, SiteReview } from '../engine/model/site.ts';

export type ForumFeedOptions = {
  /** Where this feed and the review's pages are: the address with the base path and a slash at its end. */
  base: string;
  /** Posts as the forums keep them, by slug. */
  posts: ReadonlyMap<string, string>;
};

/**
 * RSS 2.0 with the full text of every cleared essay, for a forum to import: https://www.rssboard.org/rss-specification
 *
 * The forums know a post by its `guid`, made of the slug alone, which never changes.
 */
export function formatForumFeed({ config, essays, authors }: SiteReview, { base, posts }: ForumFeedOptions): string {
  const cleared = essays.filter((essay) => isCleared(essay) && posts.has(essay.slug));
  const newestFirst = cleared.toSorted((a, b) => (a.frontmatter.published < b.frontmatter.published ? 1 : -1));
  const built = cleared.map(({ frontmatter }) => frontmatter.updated).toSorted().at(-1);
  const nameOf = (id: string): string => authors.find((author) => author.id === id)?.name ?? id;
  const channel = x('channel', [
    x('title', config.title),
    x('link', base),
    x('description', config.abstract),
    x('language', config.locale.toLowerCase()),
    built === undefined ? null : x('lastBuildDate', formatDate(built)),
    x('docs', 'https://www.rssboard.org/rss-specification'),
    x('atom:link', { href: `${base}feeds/forum.xml`, rel: 'self', type: 'application/rss+xml' }),
    ...newestFirst.map((essay) => formatItem(essay, { base, html: posts.get(essay.slug) ?? '', names: essay.frontmatter.authors.map(nameOf) })),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(x('rss', { version: '2.0', ...namespaces }, [channel]))}\n`;
}

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

function formatItem({ slug, frontmatter }: EssayCard, { base, html, names }: { base: string; html: string; names: readonly string[] }) {
  const { title, description, published, tags } = frontmatter;
  const address = `${base}essays/${slug}/`;
  return x('item', [
    x('title', title),
    x('link', address),
    x('guid', { isPermaLink: 'false' }, address),
    x('pubDate', formatDate(published)),
    ...names.map((name) => x('dc:creator', name)),
    ...tags.map((tag) => x('category', tag)),
    x('description', description),
    x('content:encoded', html.replace(notXml, '')),
  ]);
}

/** Characters that no XML may hold, escaped or not. */
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `2026-11-24` → "Tue, 24 Nov 2026 00:00:00 GMT". */
const formatDate = (day: string): string => new Date(`${day}T00:00:00Z`).toUTCString();

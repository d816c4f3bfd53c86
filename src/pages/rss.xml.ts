import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import review from 'virtual:review';
import { isCleared } from '../engine/model/published.ts';
import { pathOf } from '../components/paths.ts';

/** The feed of essays, newest first. */
export function GET({ site }: APIContext): Promise<Response> {
  const { config, essays } = review;
  const newestFirst = essays.filter(isCleared).toSorted((a, b) => (a.frontmatter.published < b.frontmatter.published ? 1 : -1));
  return rss({
    title: config.title,
    description: config.abstract,
    site: new URL(pathOf('/'), site).href,
    trailingSlash: true,
    items: newestFirst.map(({ slug, frontmatter }) => ({
      title: frontmatter.title,
      description: frontmatter.description,
      pubDate: new Date(`${frontmatter.published}T00:00:00Z`),
      link: new URL(pathOf(`/essays/${slug}/`), site).href,
      categories: frontmatter.tags,
    })),
  });
}

import type { SitemapItem } from '@astrojs/sitemap';
import type { Essay } from '../engine/model/essay.ts';

/**
 * Adds the last change of a page to its sitemap entry, if an essay determines it. The home page changes with the newest
 * essay. `home` is its address.
 */
export function createSitemapDays(essays: readonly Essay[], home: string): (item: SitemapItem) => SitemapItem {
  const days = new Map(essays.map(({ slug, frontmatter }) => [`${home}essays/${slug}/`, frontmatter.updated]));
  const newest = [...days.values()].toSorted().at(-1);
  if (newest !== undefined) days.set(home, newest);
  return (item) => {
    const lastmod = days.get(item.url);
    return lastmod === undefined ? item : { ...item, lastmod };
  };
}

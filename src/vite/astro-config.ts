import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import type { AstroUserConfig } from 'astro';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { isCleared } from '../engine/model/published.ts';
import { externalEngine } from './external-engine.ts';
import { katexFonts } from './katex-fonts.ts';
import { livePage } from './live/integration.ts';
import { reviewPlugin, type ReviewPluginOptions } from './review-plugin.ts';
import { createSitemapDays } from './sitemap-days.ts';
import { rehypeSiteLinks } from './site-links.ts';

type SiteOptions = Omit<ReviewPluginOptions, 'base'> & {
  baseUrl: string;
  /** True if each essay's paper is beside its page, as `SLUG.pdf`. */
  hasPapers?: boolean;
};

/** Creates Astro's configuration for the site of a review in the folder `root`. */
export function createAstroConfig({ baseUrl, hasPapers = false, ...options }: SiteOptions): AstroUserConfig {
  const { root, review, previews } = options;
  const { origin, pathname } = new URL(baseUrl);
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const essays = review?.essays ?? [];
  return {
    site: origin,
    base,
    trailingSlash: 'always',
    build: { format: 'directory', inlineStylesheets: 'never' },
    integrations: [
      livePage(),
      ...(previews === undefined ? [] : [previews.pages]),
      mdx(),
      ...(essays.every(isCleared) ? [sitemap({ serialize: createSitemapDays(essays, origin + base) })] : []),
    ],
    markdown: {
      processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex, [rehypeSiteLinks, { base }]] }),
      syntaxHighlight: false,
    },
    devToolbar: { enabled: false },
    vite: {
      // The pages' policy allows no inline script, style or font.
      build: { assetsInlineLimit: 0 },
      // It is imported when a search field is first used. If Vite discovered it only then, it would reload the page.
      optimizeDeps: { include: ['minisearch'] },
      define: { 'import.meta.env.HAS_PAPERS': JSON.stringify(hasPapers) },
      plugins: [externalEngine(root), reviewPlugin({ ...options, base }), katexFonts()],
    },
  };
}

import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import type { AstroUserConfig } from 'astro';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { isCleared } from '../engine/model/published.ts';
import type { Review } from '../engine/model/review.ts';
import { embedAsLiteral, type EmbedText } from './embed-text.ts';
import { katexFonts } from './katex-fonts.ts';
import { reviewPlugin } from './review-plugin.ts';
import { rehypeSiteLinks } from './site-links.ts';

// The watcher drops the second of two changes within 50 ms, as editors that format on saving make them, unless it waits for the last.
const awaitWriteFinish = { stabilityThreshold: 50, pollInterval: 10 };

export type SiteOptions = { root: string; review: Review | null; baseUrl: string; embed?: EmbedText };

/** Astro's configuration for the site of a review in the folder `root`. */
export function createAstroConfig({ root, review, baseUrl, embed = embedAsLiteral }: SiteOptions): AstroUserConfig {
  const { origin, pathname } = new URL(baseUrl);
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return {
    site: origin,
    base,
    trailingSlash: 'always',
    build: { format: 'directory' },
    integrations: [mdx(), ...(review?.essays.every(isCleared) === false ? [] : [sitemap()])],
    markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex, [rehypeSiteLinks, { base }]] }), syntaxHighlight: false },
    devToolbar: { enabled: false },
    vite: { plugins: [reviewPlugin({ root, base, review, embed }), katexFonts()], server: { watch: { awaitWriteFinish } } },
  };
}

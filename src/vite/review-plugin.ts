import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { levelOf, type Message } from '../engine/model/message.ts';
import type { Review } from '../engine/model/review.ts';
import type { SiteReview } from '../engine/model/site.ts';
import type { ParseStore } from '../engine/parse-store.ts';
import { renderSiteReview } from '../engine/render/site/review.ts';
import type { EmbedText } from './embed-text.ts';
import { emptyModule, toEssayModule } from './essay-module.ts';
import { invalidateModules } from './live/invalidate.ts';
import { answerLiveModules, liveModule, renewLiveModules } from './live/live-module.ts';
import { createShownReview } from './live/shown-review.ts';
import { isContentText, watchContent } from './live/watch-content.ts';

const virtualName = 'virtual:review';
const virtualId = '\0virtual:review';
const essayId = /\/content\/essays\/([^/]+)\/index\.mdx\?essay$/;

export type ReviewPluginOptions = {
  /** The project's root, which holds `content/` and `bibliography/`. */
  root: string;
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** The review, where it has been read already. */
  review: Review | null;
  embed: EmbedText;
  /** What earlier runs kept. */
  store: ParseStore;
};

/** Brings the review into Astro: each essay as a module (`…/index.mdx?essay`), and what spans essays as `virtual:review`. */
export function reviewPlugin({ root, base, review, embed, store }: ReviewPluginOptions): Plugin {
  const { read, refresh } = createShownReview(root, { review, store });
  return {
    name: 'review',
    enforce: 'pre',
    resolveId: (id) => (id === virtualName ? virtualId : null),
    load(id) {
      const slug = essayId.exec(id)?.[1];
      if (id !== virtualId && slug === undefined) return null;
      const { review: parsed, messages } = read();
      if (parsed === null) return this.error(toViteError(messages, root));
      if (slug === undefined) {
        const isLive = this.environment.mode === 'dev';
        return asItIs(isLive ? liveModule : `export default JSON.parse(${embed('review.json', JSON.stringify(toSite(parsed, base)))});`);
      }
      const essay = parsed.essays.find((one) => one.slug === slug);
      return asItIs(essay === undefined ? emptyModule : toEssayModule(essay, { library: parsed.library, base, embed }));
    },
    configureServer(server) {
      const site = () => {
        const { review: parsed } = read();
        return parsed && toSite(parsed, base);
      };
      answerLiveModules(server, site);
      watchContent(server, {
        root,
        refresh: (options) => {
          const refreshed = refresh(options);
          if (refreshed === null) return;
          const now = refreshed.staysWhole ? site() : null;
          if (now !== null) renewLiveModules(server, now);
          invalidateModules(server, (id) => {
            const slug = essayId.exec(id)?.[1];
            return (id === virtualId && now === null) || (slug !== undefined && refreshed.isChanged(slug));
          });
          server.ws.send('review:saved');
        },
      });
      server.middlewares.use((request, response, next) => {
        const file = originalOf(request.url ?? '', { root, base });
        if (file === null || !read().review?.files.has(file)) return next();
        response.end(readFileSync(join(root, file)));
      });
    },
    // Pages are shown anew in their place: see `watchContent`.
    hotUpdate: ({ file }) => (isContentText(relative(root, file)) ? [] : undefined),
    generateBundle() {
      for (const file of this.environment.name === 'client' ? imagesOf(read().review) : []) {
        this.emitFile({ type: 'asset', fileName: file.replace(/^content\//, ''), source: readFileSync(join(root, file)) });
      }
    },
  };
}

const toSite = (review: Review, base: string): SiteReview =>
  renderSiteReview(review, { library: review.library, base, imageOf: (src) => ({ src, original: src }) });

/** A module without a map of its lines, which Vite would make by looking at every word of its texts. */
const asItIs = (code: string) => ({ code, map: { mappings: '' } as const });

/** The file beside an essay that the address `<base>essays/<slug>/<file>` names. */
function originalOf(url: string, { root, base }: { root: string; base: string }): string | null {
  const path = decodeURIComponent(url.split('?')[0] ?? '');
  if (!path.startsWith(`${base}essays/`) || !basename(path).includes('.')) return null;
  return relative(root, join(root, 'content', path.slice(base.length)));
}

function imagesOf(review: Review | null): string[] {
  return (review?.essays ?? []).flatMap(({ path, images }) => images.map((src) => join(dirname(path), src)));
}

/** The first error, as Vite's overlay shows it, with the number of those that it leaves out. */
function toViteError(messages: readonly Message[], root: string) {
  const [first, ...others] = messages.filter((message) => levelOf(message) === 'error');
  if (first === undefined) return { message: 'The review could not be read. Run `npm run check` to see why.' };
  const more = others.length === 0 ? '' : `\nand ${others.length} more, which \`npm run check\` lists`;
  const loc = { file: join(root, first.file ?? ''), line: first.line ?? 1, column: first.column ?? 1 };
  return { message: `${first.reason} (${first.ruleId})${more}`, loc, id: loc.file };
}

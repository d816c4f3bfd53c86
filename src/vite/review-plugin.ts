import { relative } from 'node:path';
import { lookup } from 'mrmime';
import type { Plugin } from 'vite';
import { drawChart as drawChartAnew, drawCharts, type DrawChart } from '../charts/draw-charts.ts';
import { answerSlug } from '../engine/model/answer.ts';
import type { Review } from '../engine/model/review.ts';
import type { SiteReview } from '../engine/model/site.ts';
import { languageOf, stringsOf, type Strings } from '../engine/model/strings/index.ts';
import type { Library } from '../engine/model/work.ts';
import type { ParseSteps } from '../engine/parse-review.ts';
import { renderSiteReview } from '../engine/render/site/review.ts';
import { drawSvg } from '../post-images/draw-svg.ts';
import { readPostImages, type Draw } from '../post-images/read-post-images.ts';
import { embedAsLiteral, type Embed, type RenderOnce } from './embed.ts';
import {
  liveModules,
  slugOfModule,
  slugOfPost,
  slugOfPreview,
  toEssayModule,
  toEssaysModule,
  type Previews,
} from './essay-module.ts';
import { liveModule } from './live/live-module.ts';
import { createMistakeLog } from './live/mistake-log.ts';
import { renderMistakePage } from './live/mistake-page.ts';
import { showSaved } from './live/show-saved.ts';
import { createShownReview, type ShownReview, type WhenRead } from './live/shown-review.ts';
import { isContentText } from './live/watch-content.ts';
import { imagesOf, originalOf, readPicture, toAboutImage } from './review-images.ts';
import { addSvgPolicy } from './svg-policy.ts';

const reviewId = '\0virtual:review';
const essaysId = '\0virtual:essays';
const postsId = '\0virtual:posts';
const previewsId = '\0virtual:previews';
const examplesId = '\0virtual:examples';
const stringsId = '\0virtual:strings';
const ids = new Map([reviewId, essaysId, postsId, previewsId, examplesId, stringsId].map((id) => [id.slice(1), id]));
const live = new Map([
  [reviewId, liveModule],
  [essaysId, liveModules.essays],
  [postsId, liveModules.posts],
]);

export type ReviewPluginOptions = {
  /** The project's root, which contains `content/` and `bibliography/`. */
  root: string;
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** The review, if it has already been read. */
  review: Review | null;
  embed?: Embed;
  /** Renders the HTML of essays. A build may return it from its cache. */
  renderOnce?: RenderOnce;
  /** Draws the pictures of posts. */
  draw?: Draw;
  /** Draws charts. */
  drawChart?: DrawChart;
  /** The JavaScript of `virtual:examples`. */
  examplesModule?: string;
  /** The steps that parse the review. */
  steps?: ParseSteps;
  whenRead?: WhenRead;
  previews?: Previews;
};

/**
 * Passes the review to Astro. `virtual:essays` contains the essays, each a separate module in development, and
 * `virtual:review` the rest.
 */
export function reviewPlugin({
  root,
  base,
  review,
  embed = embedAsLiteral,
  renderOnce = (_, render) => render(),
  draw = drawSvg,
  drawChart = drawChartAnew,
  examplesModule = 'export const renderOnce = async (_, render) => render();',
  steps,
  whenRead,
  previews,
}: ReviewPluginOptions): Plugin {
  const { read, refresh } = createShownReview(root, { review, steps, whenRead });
  const readDrawn = createDrawnReview(read, drawChart);
  return {
    name: 'review',
    enforce: 'pre',
    // The module of the answer has no file at this address.
    resolveId: (id) => ids.get(id) ?? (isAnswerModule(id) ? id : undefined),
    async load(id) {
      if (id === previewsId) return liveModules.previews;
      if (id === examplesId) return examplesModule;
      if (id === stringsId) return toStringsModule(read().review);
      const isLive = this.environment.mode === 'dev';
      const slug = slugOfModule(id) ?? slugOfPost(id) ?? slugOfPreview(id);
      if (slug === null && !live.has(id)) return null;
      if (isLive && slug === null) return live.get(id);
      const parsed = await readDrawn();
      if (parsed === null) return this.error('There are mistakes in the content. Run `npm run check` to see them.');
      if (id === reviewId) return `export default ${embed('review', toSite(parsed, base))};`;
      if (id === essaysId) return toEssaysModule(parsed, { base, embed, renderOnce });
      // Loaded only for the forum feed, because the site's pages do not need it.
      if (id === postsId)
        return (await import('./forum-module.ts')).toPostsModule(parsed, { root, draw, embed, renderOnce });
      const essay = parsed.essays.find((one) => one.slug === slug);
      if (essay === undefined)
        return this.error(`No essay that is shown has the slug \`${slug}\`. Go back to the page before.`);
      if (slugOfPost(id) !== null)
        return asItIs((await import('./forum-module.ts')).toForumModule(essay, parsed, { root, draw, renderOnce }));
      if (slugOfPreview(id) !== null && previews !== undefined) {
        const images = readPostImages([essay], { root, draw });
        return asItIs(await previews.toModule(essay, { review: parsed, base, images }));
      }
      return asItIs(toEssayModule(essay, { ...toContext(parsed), base, embed: embedAsLiteral, renderOnce }));
    },
    configureServer(server) {
      // A build also creates a server, which has nothing to watch.
      if (review !== null) return;
      server.middlewares.use((request, response, next) => {
        addSvgPolicy(request, response);
        next();
      });
      const site = () => {
        const { review: parsed } = read();
        return parsed && toSite(parsed, base);
      };
      const logMistakes = createMistakeLog((text) => server.config.logger.error(text));
      showSaved(server, { root, refresh, site, slugOf: slugOfModule, isOfReview, reviewId });
      server.middlewares.use((request, response, next) => {
        if (!isPage(request.originalUrl ?? '', base)) return next();
        const { review: parsed, messages } = read();
        if (parsed !== null) return next();
        logMistakes(request.originalUrl ?? '', messages);
        response
          .writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
          .end(renderMistakePage(messages, { root, base }));
      });
      server.middlewares.use((request, response, next) => {
        const file = originalOf(request.originalUrl ?? '', { root, base });
        if (file === null) return next();
        const answer = async (): Promise<void> => {
          const parsed = await readDrawn();
          const bytes = parsed && readPicture(file, parsed, { root, draw });
          if (bytes === null) return next();
          response.writeHead(200, { 'content-type': lookup(file) ?? 'application/octet-stream' }).end(bytes);
        };
        answer().catch(next);
      });
    },
    // `showSaved` updates open pages in place.
    hotUpdate: ({ file }) => (isContentText(relative(root, file)) ? [] : undefined),
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const { fileName, source } of imagesOf(await readDrawn(), { root, draw }))
        this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Returns the review with its charts drawn, once per parsed review. */
function createDrawnReview(read: ShownReview['read'], drawChart: DrawChart): () => Promise<Review | null> {
  const drawn = new WeakMap<Review, Promise<Review>>();
  return async () => {
    const { review } = read();
    if (review === null) return null;
    const known = drawn.get(review) ?? drawCharts(review, drawChart);
    drawn.set(review, known);
    return known;
  };
}

const toSite = (review: Review, base: string): SiteReview =>
  renderSiteReview(review, { ...toContext(review), base, imageOf: (src) => toAboutImage(src, base) });

const toContext = ({ library, config }: Review): { library: Library; strings: Strings } => ({
  library,
  strings: stringsOf(config.value.locale),
});

/** Texts of scripts in the browser, in the review's language. */
const toStringsModule = (review: Review | null): string =>
  `export { browser } from '/src/engine/model/strings/${languageOf(review?.config.value.locale ?? 'en')}.ts';
`;

const isAnswerModule = (id: string): boolean =>
  (slugOfModule(id) ?? slugOfPost(id) ?? slugOfPreview(id)) === answerSlug;

/** Returns true if a module depends on more than an essay: a post names the review, and links to other posts. */
const isOfReview = (id: string): boolean => (slugOfPost(id) ?? slugOfPreview(id)) !== null;

/** Returns a module with an empty source map. Otherwise Vite would generate one, which is slow for long texts. */
const asItIs = (code: string) => ({ code, map: { mappings: '' } as const });

/** Returns true for the address of a page of the site: they all end in a slash. */
function isPage(url: string, base: string): boolean {
  const path = url.split('?')[0] ?? '';
  return path.startsWith(base) && path.endsWith('/');
}

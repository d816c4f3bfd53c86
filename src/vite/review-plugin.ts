import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { drawChart as drawChartAnew, drawCharts, type DrawChart } from '../charts/draw-charts.ts';
import { answerSlug } from '../engine/model/answer.ts';
import type { Review } from '../engine/model/review.ts';
import type { SiteReview } from '../engine/model/site.ts';
import type { ParseSteps } from '../engine/parse-review.ts';
import { drawSvg } from '../post-images/draw-svg.ts';
import type { Draw } from '../post-images/read-post-images.ts';
import { embedAsLiteral, type Embed, type RenderOnce } from './embed.ts';
import { liveModules, type Previews } from './essay-module.ts';
import { liveModule } from './live/live-module.ts';
import { serveMistakes, servePictures, serveSvgPolicy } from './live/serve-content.ts';
import { showSaved } from './live/show-saved.ts';
import { createLiveReview, type LiveReview, type WhenRead } from './live/live-review.ts';
import { isContentText } from './live/watch-content.ts';
import { parseEssayModuleId, virtualIdOf, virtualIds } from './module-ids.ts';
import { renderModuleOfEssay, renderReviewModule, renderSite, renderStringsModule } from './render-modules.ts';
import { imagesOf } from './review-images.ts';

/** The modules of the whole review in development, by id. */
const developmentModules = new Map<string, string>([
  [virtualIds.review, liveModule],
  [virtualIds.essays, liveModules.essays],
  [virtualIds.posts, liveModules.posts],
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
  review: givenReview,
  embed = embedAsLiteral,
  renderOnce = (_, render) => render(),
  draw = drawSvg,
  drawChart = drawChartAnew,
  examplesModule = 'export const renderOnce = async (_, render) => render();',
  steps,
  whenRead,
  previews,
}: ReviewPluginOptions): Plugin {
  const { read, refresh } = createLiveReview(root, { review: givenReview, steps, whenRead });
  const readDrawn = createDrawnReview(read, drawChart);
  const options = { root, base, embed, renderOnce, draw, previews };
  return {
    name: 'review',
    enforce: 'pre',
    // The module of the answer has no file at this address.
    resolveId: (id) => virtualIdOf(id) ?? (parseEssayModuleId(id)?.slug === answerSlug ? id : undefined),
    async load(id) {
      if (id === virtualIds.previews) return liveModules.previews;
      if (id === virtualIds.examples) return examplesModule;
      if (id === virtualIds.strings) return renderStringsModule(read().review);
      const essayModule = parseEssayModuleId(id);
      if (essayModule === null && !developmentModules.has(id)) return null;
      if (essayModule === null && this.environment.mode === 'dev') return developmentModules.get(id);
      const review = await readDrawn();
      if (review === null) return this.error('There are mistakes in the content. Run `npm run check` to see them.');
      if (essayModule === null) return renderReviewModule(id, review, options);
      const essay = review.essays.find(({ slug }) => slug === essayModule.slug);
      if (essay === undefined)
        return this.error(`No essay that is shown has the slug \`${essayModule.slug}\`. Go back to the page before.`);
      return withEmptyMap(await renderModuleOfEssay(essay, essayModule.content, { review, ...options }));
    },
    configureServer(server) {
      // A build also creates a server, which has nothing to watch.
      if (givenReview !== null) return;
      const readSite = (): SiteReview | null => {
        const { review } = read();
        return review && renderSite(review, base);
      };
      serveSvgPolicy(server);
      showSaved(server, { root, refresh, readSite });
      serveMistakes(server, { root, base, read });
      servePictures(server, { root, base, draw, read: readDrawn });
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
function createDrawnReview(read: LiveReview['read'], drawChart: DrawChart): () => Promise<Review | null> {
  const drawn = new WeakMap<Review, Promise<Review>>();
  return async () => {
    const { review } = read();
    if (review === null) return null;
    const known = drawn.get(review) ?? drawCharts(review, drawChart);
    drawn.set(review, known);
    return known;
  };
}

/** Returns a module with an empty source map. Otherwise Vite would generate one, which is slow for long texts. */
const withEmptyMap = (code: string) => ({ code, map: { mappings: '' } as const });

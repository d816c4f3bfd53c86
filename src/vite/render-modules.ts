import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import type { SiteReview } from '../engine/model/site.ts';
import { languageOf, stringsOf, type Strings } from '../engine/model/strings/index.ts';
import type { Library } from '../engine/model/work.ts';
import { renderSiteReview } from '../engine/render/site/review.ts';
import { readPostImages, type Draw } from '../post-images/read-post-images.ts';
import { embedAsLiteral, type Embed, type RenderOnce } from './embed.ts';
import { renderEssayModule, renderEssaysModule, type Previews } from './essay-module.ts';
import { virtualIds, type ModuleContent } from './module-ids.ts';
import { aboutImageOf } from './review-images.ts';

type ModuleOptions = {
  root: string;
  base: string;
  embed: Embed;
  renderOnce: RenderOnce;
  draw: Draw;
  previews: Previews | undefined;
};

/** Returns the JavaScript of a module that contains the whole review, or all essays or posts of it. */
export async function renderReviewModule(
  id: string,
  review: Review,
  { root, base, embed, renderOnce, draw }: ModuleOptions,
): Promise<string> {
  if (id === virtualIds.review) return `export default ${embed('review', renderSite(review, base))};`;
  if (id === virtualIds.essays) return renderEssaysModule(review, { base, embed, renderOnce });
  // Loaded only for the forum feed, because the site's pages do not need it.
  const { renderPostsModule } = await import('./forum-module.ts');
  return renderPostsModule(review, { root, draw, embed, renderOnce });
}

/** Returns the JavaScript of a module that contains one essay in one form. */
export async function renderModuleOfEssay(
  essay: Essay,
  content: ModuleContent,
  { review, root, base, renderOnce, draw, previews }: ModuleOptions & { review: Review },
): Promise<string> {
  if (content === 'forum') {
    const { renderPostModule } = await import('./forum-module.ts');
    return renderPostModule(essay, review, { root, draw, renderOnce });
  }
  if (content === 'preview' && previews !== undefined)
    return previews.renderModule(essay, { review, base, images: readPostImages([essay], { root, draw }) });
  return renderEssayModule(essay, { ...contextOf(review), base, embed: embedAsLiteral, renderOnce });
}

/** Returns the JavaScript of `virtual:strings`: texts of scripts in the browser, in the review's language. */
export const renderStringsModule = (review: Review | null): string =>
  `export { browser } from '/src/engine/model/strings/${languageOf(review?.config.value.locale ?? 'en')}.ts';
`;

/** Returns the review's data that is not part of an essay. */
export const renderSite = (review: Review, base: string): SiteReview =>
  renderSiteReview(review, { ...contextOf(review), base, imageOf: (src) => aboutImageOf(src, base) });

const contextOf = ({ library, config }: Review): { library: Library; strings: Strings } => ({
  library,
  strings: stringsOf(config.value.locale),
});

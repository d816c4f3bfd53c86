import { posix } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { stringsOf, type Strings } from '../engine/model/strings/index.ts';
import type { Library } from '../engine/model/work.ts';
import { renderSiteEssay, type SiteImage } from '../engine/render/site/index.ts';
import type { PostImages } from '../post-images/read-post-images.ts';
import type { Embed, RenderOnce } from './embed.ts';
import { tokenOf } from './image-tokens.ts';

/**
 * `virtual:essays`, `virtual:posts` and `virtual:previews` in development. They do not depend on the list of essays,
 * and a changed essay does not invalidate the modules that import them.
 */
export const liveModules = {
  essays: importEssayModules('loadEssay', 'essay'),
  posts: importEssayModules('loadPost', 'forum'),
  previews: importEssayModules('loadPreview', 'preview'),
};

function importEssayModules(load: string, query: string): string {
  return `export const ${load} = (slug) => import(/* @vite-ignore */ \`/content/essays/\${slug}/index.mdx?${query}\`);\n`;
}

/** The review with the pictures of its posts, and the path under which the site is served, with a slash at both ends. */
export type PreviewContext = { review: Review; base: string; images: PostImages };

/** Previews of posts, which a command may add to the site. */
export type Previews = {
  pages: AstroIntegration;
  /** Returns the JavaScript of the module of an essay's preview. */
  renderModule: (essay: Essay, context: PreviewContext) => Promise<string>;
};

type EssayModuleOptions = {
  library: Library;
  strings: Strings;
  base: string;
  embed: Embed;
  renderOnce: RenderOnce;
};

/**
 * Returns the JavaScript of an essay's module, which exports `html`.
 *
 * Its images are imports, so that Astro's asset pipeline serves them. Data that only the pipeline has (address, sizes)
 * is a token in the HTML, which `placeImages` replaces.
 */
export function renderEssayModule(essay: Essay, options: EssayModuleOptions): string {
  const { imports, html } = partsOf(essay, options);
  return [...imports, `export const html = ${html};`, ''].join('\n');
}

/** Returns the JavaScript of `virtual:essays`. `loadEssay` returns the same as the module of an essay. */
export function renderEssaysModule(
  { essays, library, config }: Review,
  options: Omit<EssayModuleOptions, 'library' | 'strings'>,
): string {
  const strings = stringsOf(config.value.locale);
  const parts = essays.map((essay, index) => ({
    slug: essay.slug,
    ...partsOf(essay, { library, strings, ...options }, `_${index}`),
  }));
  return [
    ...new Set(parts.flatMap(({ imports }) => imports)),
    'const essays = {',
    ...parts.map(({ slug, html }) => `  ${JSON.stringify(slug)}: async () => ({ html: ${html} }),`),
    '};',
    'export const loadEssay = (slug) => essays[slug]();',
    '',
  ].join('\n');
}

/**
 * Returns the imports of an essay's module, and its HTML as an expression. `suffix` makes the names of its images
 * unique.
 */
function partsOf(
  essay: Essay,
  { library, strings, base, embed, renderOnce }: EssayModuleOptions,
  suffix = '',
): { imports: string[]; html: string } {
  const imageOf = (src: string): SiteImage => {
    const index = essay.images.indexOf(src);
    const [address, srcset, width, height] = (['src', 'srcset', 'width', 'height'] as const).map((part) =>
      tokenOf(index, part),
    );
    return {
      src: address ?? '',
      srcset,
      width,
      height,
      original: `${base}essays/${essay.slug}/${posix.normalize(src)}`,
    };
  };
  const html = embed(
    `essays/${essay.slug}`,
    renderOnce(['page', essay.contentHash, base], () => renderSiteEssay(essay, { library, strings, base, imageOf })),
  );
  if (essay.images.length === 0) return { imports: [], html };
  const names = essay.images.map((_, index) => `image${index}${suffix}`);
  const imports = essay.images.map(
    (src, index) => `import ${names[index]} from ${JSON.stringify(posix.join('/', posix.dirname(essay.path), src))};`,
  );
  return {
    imports: [`import { placeImages } from '/src/vite/place-images.ts';`, ...imports],
    html: `await placeImages(${html}, [${names.join(', ')}])`,
  };
}

import { posix } from 'node:path';
import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import type { Library } from '../engine/model/work.ts';
import { renderSiteEssay, type SiteImage } from '../engine/render/site/index.ts';
import type { EmbedText } from './embed-text.ts';
import { tokenOf } from './image-tokens.ts';

/** The address of an essay's module. */
const addressOf = (slug: string): string => `/content/essays/${slug}/index.mdx?essay`;

/** The slug of the essay whose module `id` is; null where it is another module. */
export const slugOfModule = (id: string): string | null => /\/content\/essays\/([^/]+)\/index\.mdx\?essay$/.exec(id)?.[1] ?? null;

/** The slug of the essay whose post the module `id` is; null where it is another module. */
export const slugOfPost = (id: string): string | null => /\/content\/essays\/([^/]+)\/index\.mdx\?forum$/.exec(id)?.[1] ?? null;

/** The slug of the essay whose preview the module `id` is; null where it is another module. */
export const slugOfPreview = (id: string): string | null => /\/content\/essays\/([^/]+)\/index\.mdx\?preview$/.exec(id)?.[1] ?? null;

/** `virtual:essays` as JavaScript: `loadEssay` gives the module of an essay that is shown. */
export function toEssaysModule({ essays }: Review): string {
  const loads = essays.map(({ slug }) => `  ${JSON.stringify(slug)}: () => import(${JSON.stringify(addressOf(slug))}),`);
  return `const essays = {\n${loads.join('\n')}\n};\nexport const loadEssay = (slug) => essays[slug]();\n`;
}

/** The same in development: a new essay does not change it, and a changed one changes no module that imports it. */
export const liveEssaysModule = `export const loadEssay = (slug) => import(/* @vite-ignore */ \`${addressOf('${slug}')}\`);\n`;

/** `virtual:previews`, in development alone. */
export const previewsModule = `export const loadPreview = (slug) => import(/* @vite-ignore */ \`/content/essays/\${slug}/index.mdx?preview\`);\n`;

/**
 * An essay as the JavaScript of a module with `html`.
 *
 * Its images are imports, so that Astro's asset pipeline serves them; what only the pipeline knows of an image
 * (address, sizes) stands in the HTML as a token that `placeImages` replaces.
 */
export function toEssayModule(essay: Essay, { library, base, embed }: { library: Library; base: string; embed: EmbedText }): string {
  const imageOf = (src: string): SiteImage => {
    const index = essay.images.indexOf(src);
    const [address, srcset, width, height] = (['src', 'srcset', 'width', 'height'] as const).map((part) => tokenOf(index, part));
    return { src: address ?? '', srcset, width, height, original: `${base}essays/${essay.slug}/${posix.normalize(src)}` };
  };
  const html = embed(`essays/${essay.slug}.html`, renderSiteEssay(essay, { library, base, imageOf }));
  if (essay.images.length === 0) return `export const html = ${html};\n`;
  const imports = essay.images.map((src, index) => `import image${index} from ${JSON.stringify(`./${posix.normalize(src)}`)};`);
  const names = essay.images.map((_, index) => `image${index}`);
  return [
    `import { placeImages } from '/src/vite/place-images.ts';`,
    ...imports,
    `export const html = await placeImages(${html}, [${names.join(', ')}]);`,
    '',
  ].join('\n');
}

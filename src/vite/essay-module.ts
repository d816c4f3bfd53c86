import { posix } from 'node:path';
import type { Essay } from '../engine/model/essay.ts';
import type { Library } from '../engine/model/work.ts';
import { renderSiteEssay, type SiteImage } from '../engine/render/site/index.ts';
import type { EmbedText } from './embed-text.ts';
import { tokenOf } from './image-tokens.ts';

/** What stands for an essay that is not shown, for the page asks for all that are there. */
export const emptyModule = `export const slug = null;\nexport const html = '';\n`;

/**
 * An essay as the JavaScript of a module with `slug` and `html`.
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
  const slug = `export const slug = ${JSON.stringify(essay.slug)};`;
  if (essay.images.length === 0) return `${slug}\nexport const html = ${html};\n`;
  const imports = essay.images.map((src, index) => `import image${index} from ${JSON.stringify(`./${posix.normalize(src)}`)};`);
  const names = essay.images.map((_, index) => `image${index}`);
  return [
    `import { placeImages } from '/src/vite/place-images.ts';`,
    ...imports,
    slug,
    `export const html = await placeImages(${html}, [${names.join(', ')}]);`,
    '',
  ].join('\n');
}

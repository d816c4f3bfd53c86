import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { tokens } from './image-tokens.ts';

/** Widths of a raster image's variants in pixels. */
const widths = [480, 760, 1140, 1520];

type Served = Record<string, string>;

/**
 * Inserts addresses and sizes of images into an essay's HTML: raster images as WebP in several widths, SVG unchanged.
 */
export async function placeImages(html: string, images: readonly ImageMetadata[]): Promise<string> {
  const served = await Promise.all(images.map(serve));
  return html
    .replace(tokens, (_, index: string, part: string) => served[Number(index)]?.[part] ?? '')
    .replaceAll(' srcset=""', '');
}

async function serve(image: ImageMetadata): Promise<Served> {
  const size = { width: String(image.width), height: String(image.height) };
  if (image.format === 'svg') return { ...size, src: image.src, srcset: '' };
  const fitting = widths.filter((width) => width <= image.width);
  const { src, srcSet } = await getImage({ src: image, format: 'webp', widths: fitting });
  return { ...size, src, srcset: srcSet.attribute };
}

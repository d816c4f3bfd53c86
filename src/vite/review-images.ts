import { readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { chartsOf } from '../engine/model/chart.ts';
import { aboutFile } from '../engine/model/content-files.ts';
import { textsOf } from '../engine/model/published.ts';
import type { Review } from '../engine/model/review.ts';
import type { SiteImage } from '../engine/render/site/index.ts';
import { readPostImages, type ReadOptions } from '../post-images/read-post-images.ts';

/** Images of the page about the review are served unchanged. */
export function aboutImageOf(src: string, base: string): SiteImage {
  const original = `${base}about/${posix.normalize(src)}`;
  return { src: original, original };
}

/** Returns the file for the address `<base>essays/<slug>/<file>` or `<base>about/<file>`. */
export function originalOf(url: string, { root, base }: { root: string; base: string }): string | null {
  const path = decodeURIComponent(url.split('?')[0] ?? '');
  const inside = path.startsWith(base) ? path.slice(base.length) : '';
  if (!/^(?:about|essays)\//.test(inside) || !basename(path).includes('.')) return null;
  return relative(root, join(root, 'content', inside.replace(/^(?:about|essays\/answer)\//, '')));
}

/**
 * Returns the bytes of a file beside an essay, or of a picture in a post, whose name contains a hash. Returns null if
 * there is none.
 */
export function readPicture(file: string, { files, essays }: Review, options: ReadOptions): Uint8Array | null {
  if (files.has(file)) return readFileSync(join(options.root, file));
  const images = readPostImages(
    essays.filter(({ path }) => file.startsWith(`${dirname(path)}/`)),
    options,
  );
  return [...images.values()].find(({ path }) => `content${path}` === file)?.bytes ?? null;
}

/** A file of the built site. `fileName` has no leading slash. */
type ImageAsset = { fileName: string; source: Uint8Array };

/** Returns the original images of the review, and the images of posts. */
export function imagesOf(review: Review | null, options: ReadOptions): ImageAsset[] {
  if (review === null) return [];
  const originals = textsOf(review).flatMap(({ path, slug, images }): ImageAsset[] => {
    const address = path === aboutFile ? 'about' : `essays/${slug}`;
    return images.map((src) => ({
      fileName: posix.join(address, src),
      source: readFileSync(join(options.root, dirname(path), src)),
    }));
  });
  const data = review.essays.flatMap(chartsOf).map(({ data: { chart } }) => ({
    fileName: chart.dataPath.slice(1),
    source: new TextEncoder().encode(review.texts.get(chart.dataFile) ?? ''),
  }));
  const pictures = [...readPostImages(review.essays, options).values()];
  return [...originals, ...data, ...pictures.map(({ path, bytes }) => ({ fileName: path.slice(1), source: bytes }))];
}

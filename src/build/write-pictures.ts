import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cardPathOf, formatEssayCard, formatReviewCard, paper } from '../engine/card-picture.ts';
import type { Review } from '../engine/model/review.ts';
import { drawCard } from '../post-images/draw-card.ts';
import type { Cache } from './cache.ts';
import { drawFrom } from './cached-steps.ts';

/** Sizes of the icon as PNG, in pixels: of Apple's home screen, and of a web app's manifest. */
const iconSizes = [180, 192, 512];

type PictureOptions = {
  /** The project's root. */
  root: string;
  cache: Cache;
};

/** Writes the pictures for link previews, one for the review and one for each essay, and the site's icon as PNG. What is in the cache is not drawn again. */
export function writePictures(site: string, review: Review, { root, cache }: PictureOptions): void {
  const config = review.config.value;
  const context = { config, domains: review.domains.value, authors: review.authors.value };
  const draw = (svg: string): Uint8Array => cache.get(['cards', svg], () => drawCard(svg));
  const write = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), bytes);
  };
  write('preview.png', draw(formatReviewCard(config)));
  for (const { slug, frontmatter } of review.essays) {
    const svg = formatEssayCard(frontmatter, context);
    write(cardPathOf(slug, svg), draw(svg));
  }
  const icon = readFileSync(join(root, 'public', 'favicon.svg'), 'utf8');
  for (const size of iconSizes) write(`icon-${size}.png`, drawFrom(cache)(formatIcon(icon, size)).png);
  cache.prune('cards');
}

/** The icon with paper around it, half as large as it is drawn. */
function formatIcon(svg: string, size: number): string {
  const [side, inset] = [size / 2, size / 16];
  const inner = svg
    .replace(/^.*?(?=<svg)/s, '')
    .replace('<svg', `<svg x="${inset}" y="${inset}" width="${side - 2 * inset}" height="${side - 2 * inset}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="${paper.light}"/>${inner}</svg>`;
}

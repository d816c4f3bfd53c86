import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Review } from '../engine/model/review.ts';
import { writeHeadersFile } from './headers-file.ts';
import { openKeptInOne } from './keep-in-one.ts';
import { imageCacheOf } from './outputs.ts';
import type { Store } from './store.ts';
import { writeOutput, type Standing, type Written } from './write-output.ts';

/** Writes the site of a review, search included, to `dist/`, unless it stands there already. Call it within `withOutputs`. */
export function writeSite(
  root: string,
  review: Review,
  { store, inputs }: Pick<Standing, 'store' | 'inputs'>,
): Promise<Written> {
  const settings = review.essays.map(({ slug }) => slug);
  return writeOutput(root, 'dist', {
    store,
    inputs,
    settings,
    write: (outDir) => buildSite(root, review, { store, outDir }),
  });
}

async function buildSite(
  root: string,
  review: Review,
  { store, outDir }: { store: Store; outDir: string },
): Promise<void> {
  // Loading Astro costs more than finding out that there is nothing to build.
  const [{ build }, { createAstroConfig }, { embedInProcess }] = await Promise.all([
    import('astro'),
    import('../vite/astro-config.ts'),
    import('../vite/embed.ts'),
  ]);
  const { embed, forget } = embedInProcess();
  const { baseUrl } = review.config.value;
  const { remember, save } = openKeptInOne(store, 'examples', baseUrl);
  const config = createAstroConfig({ root, review, baseUrl, embed, store, remember });
  await build({ ...config, root, outDir, cacheDir: imageCacheOf(root), configFile: false, logLevel: 'warn' });
  forget();
  const [{ drawSvg }, { formatCard }] = await Promise.all([
    import('../post-images/draw-svg.ts'),
    import('./preview-card.ts'),
  ]);
  writeFileSync(join(outDir, 'preview.png'), drawSvg(formatCard(review.config.value), { zoom: 1 }).png);
  save();
  for (const texts of ['pages', 'feeds', 'figures']) store.prune(texts);
  writeHeadersFile(outDir, new URL(baseUrl).pathname.replace(/\/?$/, '/'));
  await writeSearchIndex(outDir);
}

async function writeSearchIndex(site: string): Promise<void> {
  const pagefind = await import('pagefind');
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined)
    throw new Error(`The search index could not be begun: ${errors.join('; ')}. Install the packages again.`);
  const added = await index.addDirectory({ path: site });
  // Written by us, so that a full disk is told as everywhere.
  const { files, errors: failed } = await index.getFiles();
  await pagefind.close();
  const failures = [...added.errors, ...failed];
  if (failures.length > 0)
    throw new Error(`The search index could not be made: ${failures.join('; ')}. Install the packages again.`);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(site, 'pagefind', path)), { recursive: true });
    writeFileSync(join(site, 'pagefind', path), content);
  }
}

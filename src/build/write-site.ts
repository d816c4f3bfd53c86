import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import * as pagefind from 'pagefind';
import type { Review } from '../engine/model/review.ts';
import { createAstroConfig } from '../vite/astro-config.ts';
import { createStaging, imageCacheOf, switchOutput } from './outputs.ts';

/** Writes the site of a review, search included, to `dist/`: the whole of it or nothing. Call it within `withOutputs`. */
export async function writeSite(root: string, review: Review): Promise<void> {
  const outDir = createStaging(root, 'dist');
  const config = createAstroConfig({ root, review, baseUrl: review.config.value.baseUrl });
  await build({ ...config, root, outDir, cacheDir: imageCacheOf(root), configFile: false, logLevel: 'warn' });
  await writeSearchIndex(outDir);
  switchOutput(root, 'dist');
}

async function writeSearchIndex(site: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}. Install the packages again.`);
  const added = await index.addDirectory({ path: site });
  // Written by us, so that a full disk is told as everywhere.
  const { files, errors: failed } = await index.getFiles();
  await pagefind.close();
  const failures = [...added.errors, ...failed];
  if (failures.length > 0) throw new Error(`The search index could not be made: ${failures.join('; ')}. Install the packages again.`);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(site, 'pagefind', path)), { recursive: true });
    writeFileSync(join(site, 'pagefind', path), content);
  }
}

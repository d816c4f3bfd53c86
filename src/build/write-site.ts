import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import * as pagefind from 'pagefind';
import type { Review } from '../engine/model/review.ts';
import { createAstroConfig } from '../vite/astro-config.ts';
import { createStaging, swapFolder } from './swap-folder.ts';

/** Writes the site of a review, search included, to `dist/`: the whole of it or nothing. */
export async function writeSite(root: string, review: Review): Promise<void> {
  const outDir = createStaging(root, 'dist');
  try {
    const config = createAstroConfig({ root, review, baseUrl: review.config.value.baseUrl });
    await build({ ...config, root, outDir, configFile: false, logLevel: 'warn' });
    await writeSearchIndex(outDir);
    swapFolder(outDir, join(root, 'dist'));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function writeSearchIndex(site: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}. Install the packages again.`);
  const added = await index.addDirectory({ path: site });
  const written = await index.writeFiles({ outputPath: join(site, 'pagefind') });
  await pagefind.close();
  const failed = [...added.errors, ...written.errors];
  if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join('; ')}. Install the packages again.`);
}

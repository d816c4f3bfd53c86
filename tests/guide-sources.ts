import { join } from 'node:path';
import { guidePages } from '../src/engine/model/guide-pages.ts';

/** The pages of the guide: their paths on the site and their files in the project. */
export const guideSources = guidePages.map(({ path }) => ({
  path,
  source: join('src/pages', path === '/guide/' ? '/guide/index.mdx' : path.replace(/\/$/, '.mdx')),
}));

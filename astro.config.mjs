import { defineConfig } from 'astro/config';
import { readBaseUrl } from './src/engine/read-review.ts';
import { createAstroConfig } from './src/vite/astro-config.ts';

const root = import.meta.dirname;

export default defineConfig(
  createAstroConfig({ root, review: null, baseUrl: readBaseUrl(root) ?? 'http://localhost/' }),
);

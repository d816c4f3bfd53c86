import { defineConfig } from 'astro/config';
import { createParseCache } from './src/engine/parse-review.ts';
import { readReview } from './src/engine/read-review.ts';
import { createAstroConfig } from './src/vite/astro-config.ts';

const root = import.meta.dirname;
const { review } = readReview(root, createParseCache());

export default defineConfig(createAstroConfig({ root, review: null, baseUrl: review?.config.value.baseUrl ?? 'http://localhost/' }));

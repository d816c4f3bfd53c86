import { dev } from 'astro';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readReview } from '../src/engine/read-review.ts';
import { createAstroConfig } from '../src/vite/astro-config.ts';
import { root } from './root.ts';
import { recover } from './run-command.ts';

recover();
const { review } = readReview(root, createParseCache());
const baseUrl = review?.config.value.baseUrl ?? 'http://localhost/';
await dev({ ...createAstroConfig({ root, review: null, baseUrl }), root, configFile: false });

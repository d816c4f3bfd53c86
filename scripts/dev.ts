import { dev } from 'astro';
import { writeEditorFiles } from '../src/build/editor-files.ts';
import { openCache } from '../src/build/cache.ts';
import { cachedSteps, drawChartFrom, drawFrom } from '../src/build/cached-steps.ts';
import type { ParsedReview } from '../src/engine/parse-review.ts';
import { readBaseUrl } from '../src/engine/read-review.ts';
import { previews } from '../src/preview/index.ts';
import { createAstroConfig } from '../src/vite/astro-config.ts';
import { readArguments } from './arguments.ts';
import { root } from './root.ts';
import { recover } from './run-command.ts';

readArguments({
  name: 'dev',
  help: 'Serves the site on this computer, including drafts, and updates the open page after each save.',
  options: {},
});
recover();
const baseUrl = readBaseUrl(root) ?? 'http://localhost/';
const cache = openCache(root);
const steps = cachedSteps(cache, { prints: true });
const draw = drawFrom(cache);
const drawChart = drawChartFrom(cache);
const whenRead = ({ library }: ParsedReview): void => writeEditorFiles(root, library);
const config = createAstroConfig({ root, review: null, baseUrl, steps, draw, drawChart, whenRead, previews });
await dev({ ...config, root, configFile: false });

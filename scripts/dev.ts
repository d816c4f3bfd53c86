import { dev } from 'astro';
import { writeEditorFiles } from '../src/build/editor-files.ts';
import { openCache } from '../src/build/cache.ts';
import { cachedSteps } from '../src/build/cached-steps.ts';
import type { ParsedReview } from '../src/engine/parse-review.ts';
import { readBaseUrl } from '../src/engine/read-review.ts';
import { createAstroConfig } from '../src/vite/astro-config.ts';
import { root } from './root.ts';
import { recover } from './run-command.ts';

recover();
const baseUrl = readBaseUrl(root) ?? 'http://localhost/';
const steps = cachedSteps(openCache(root), { prints: true });
const whenRead = ({ library }: ParsedReview): void => writeEditorFiles(root, library);
await dev({ ...createAstroConfig({ root, review: null, baseUrl, steps, whenRead }), root, configFile: false });

import { dev } from 'astro';
import { openStore } from '../src/build/store.ts';
import { readBaseUrl } from '../src/engine/read-review.ts';
import { createAstroConfig } from '../src/vite/astro-config.ts';
import { createMemory } from '../src/vite/live/memory.ts';
import { root } from './root.ts';
import { recover } from './run-command.ts';

recover();
const baseUrl = readBaseUrl(root) ?? 'http://localhost/';
await dev({ ...createAstroConfig({ root, review: null, baseUrl, store: createMemory(openStore(root)) }), root, configFile: false });

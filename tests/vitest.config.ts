import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Tests that build a site, run a command of the project, use a browser, or try inputs by the hundred. All others are unit
 * tests: seconds for all of them.
 */
const integrationTests = [
  'any-review',
  'browser',
  'build',
  'cards',
  'check',
  'commands',
  'dev',
  'disk',
  'editors',
  'formatting',
  'fuzz',
  'guide-pages',
  'hosting',
  'infohazards',
  'interrupted',
  'new-review',
  'payloads',
  'pdf',
  'posts-page',
  'preprint-command',
  'preview-pages',
  'push/changes',
  'push/faults',
  'push/token',
  'random-edits',
  'random-essays',
  'random-papers',
  'reading',
  'reading-aids',
  'search',
  'works',
].map((name) => `tests/${name}.test.ts`);

/** Tests that need LaTeX, which `npm run test:long` installs. */
const latexTests = ['tests/typeset.test.ts'];

const root = dirname(import.meta.dirname);

export default defineConfig({
  test: {
    root,
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['tests/**/*.test.ts'],
          exclude: [...integrationTests, ...latexTests],
          globalSetup: ['tests/temporary-folder.ts'],
          // The engine is loaded once, for no test changes a module. `npm test` checks types on the other core meanwhile.
          isolate: false,
          maxWorkers: 1,
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          root,
          include: [...integrationTests, ...(process.env.LONG === '1' ? latexTests : [])],
          globalSetup: ['tests/temporary-folder.ts'],
          // Vitest would leave one core idle, which is half of two.
          maxWorkers: '100%',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

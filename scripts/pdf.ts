import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readBaseUrl } from '../src/engine/read-review.ts';
import { suggestionFor } from '../src/engine/model/suggestion.ts';
import { readArguments, refusalOf, refuse } from './arguments.ts';
import { findBrowser } from './browser.ts';
import { essaysIn, printEssays } from './pdf/print-essays.ts';
import { isEssay, reasonHidden } from './hidden-essay.ts';
import { root } from './root.ts';

const command = {
  name: 'pdf',
  help: 'Builds the site if it is not up to date, and prints essays to pdf/ with an installed Chromium or Chrome.',
  positionals: 'SLUG…|all',
  options: {},
} as const;
const { positionals } = readArguments(command);
if (positionals.length === 0) refuse(refusalOf(command, 'Missing argument: expected the slug of an essay, or `all`'));
const browser = findBrowser();
if (browser === null)
  refuse('No Chromium or Chrome was found. Install one, or set the environment variable CHROMIUM to the path of one.');
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

const known = essaysIn(root);
const slugs = positionals.includes('all') ? known : positionals;
const unknown = slugs.find((slug) => !known.includes(slug));
if (unknown !== undefined)
  refuse(
    isEssay(unknown)
      ? reasonHidden(unknown)
      : refusalOf(command, `Unknown essay \`${unknown}\`${suggestionFor(unknown, known)}`),
  );
if (slugs.length === 0) refuse('No essay is cleared, so there is nothing to print.');
const baseUrl = readBaseUrl(root);
if (baseUrl === null) refuse('Missing `baseUrl` in `content/review.yaml`. Run `npm run check` to see what it expects.');
for await (const path of printEssays(slugs, { root, baseUrl, browser })) process.stdout.write(`Wrote ${path}\n`);

import { createInterface } from 'node:readline/promises';
import { openCache } from '../src/build/cache.ts';
import { cachedSteps } from '../src/build/cached-steps.ts';
import { suggestionFor } from '../src/engine/model/suggestion.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readCheckedReview } from '../src/engine/read-review.ts';
import { readArguments, refuse } from './arguments.ts';
import { formatForPeople } from './report/people.ts';
import { root } from './root.ts';
import { listOpen } from './support/list-open.ts';
import { runSupport } from './support/run-support.ts';
import { readToday } from './today.ts';

const { values, positionals } = readArguments({
  name: 'support',
  help: 'Asks about each cited sentence of an essay that was not yet compared with its works, or whose text or entry has changed since. Writes content/essays/SLUG/support.yaml after every answer.',
  positionals: 'SLUG',
  options: {
    json: {
      type: 'boolean',
      help: 'Lists what is open as JSON and asks nothing. Without SLUG, lists all essays.',
    },
  },
});
const [slug, surplus] = positionals;
if (surplus !== undefined || (slug === undefined && values.json !== true))
  refuse('Invalid arguments: expected the slug of one essay, as in `npm run support -- scaling-laws`.');
const { review, baseUrl, messages } = readCheckedReview(
  root,
  createParseCache({ steps: cachedSteps(openCache(root), { prints: true }) }),
  { least: 'error', today: null },
);
if (review === null) {
  process.stderr.write(formatForPeople(messages, { baseUrl, hints: false, stream: process.stderr }));
  refuse('Correct these first: records are written beside essays that can be read.');
}
const slugs = review.essays.map((essay) => essay.slug);
const essay = review.essays.find((one) => one.slug === slug);
if (slug !== undefined && essay === undefined)
  refuse(`Unknown essay \`${slug}\`: expected a folder of \`content/essays/\`${suggestionFor(slug, slugs)}`);
if (values.json === true || essay === undefined) {
  process.stdout.write(listOpen(review, slug === undefined ? slugs : [slug]));
} else {
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const closed = new Promise<null>((resolve) => terminal?.once('close', () => resolve(null)));
  try {
    process.exitCode = await runSupport({
      root,
      review,
      essay,
      today: readToday(),
      print: (line) => void process.stdout.write(`${line}\n`),
      // Ctrl-C and Ctrl-D close the terminal. All earlier answers are already written.
      ask:
        terminal && (async (question) => (await Promise.race([terminal.question(question), closed]))?.trim() ?? null),
    });
  } finally {
    terminal?.close();
  }
}

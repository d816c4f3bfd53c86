import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { findWorks } from '../src/engine/bibliography/index.ts';
import { publicServices } from '../src/remote/http/world.ts';
import { runCite } from './cite/run-cite.ts';
import { readLibrary } from './library.ts';
import { root } from './root.ts';
import { createProjectAsk, createWorld } from './world.ts';

const usage = `npm run cite -- 2203.15556 10.1162/tacl_a_00562 https://…   adds works to bibliography/added.bib; --yes does not ask
npm run cite -- --find "scaling chinchilla"                 finds works of the library and their keys
`;

const { values, positionals } = parseArguments();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const read = readLibrary(root);
if (read.review === null) {
  process.stderr.write(`${read.errors}\nMend these first: a work is added to a library that can be read.\n`);
  process.exit(1);
}
const { review, files } = read;
if (values.find !== undefined) {
  const found = findWorks(values.find, review.library);
  for (const { key, title } of found) print(`${key}\n    ${review.formatted.get(key)?.short ?? ''}. ${title}`);
  if (found.length === 0) print(`No work of the library fits \`${values.find}\`.`);
  process.exit(found.length === 0 ? 1 : 0);
}
const world = createWorld();
try {
  const asking = { ask: createProjectAsk(world, review.config.value), services: publicServices };
  const today = new Date(world.now()).toISOString().slice(0, 10);
  process.exitCode = await runCite(positionals, { root, files, library: review.library, asking, today, print, confirm: confirmation() });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function parseArguments(): { values: { find?: string; yes?: boolean }; positionals: string[] } {
  try {
    const parsed = parseArgs({ allowPositionals: true, options: { find: { type: 'string' }, yes: { type: 'boolean' } } });
    if ((parsed.values.find === undefined) === (parsed.positionals.length > 0)) return parsed;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.stderr.write(usage);
  process.exit(1);
}

function confirmation(): ((question: string) => Promise<boolean>) | null {
  if (values.yes === true) return () => Promise.resolve(true);
  if (!process.stdin.isTTY) return null;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(question);
    terminal.close();
    return /^y(?:es)?$/i.test(answer.trim());
  };
}

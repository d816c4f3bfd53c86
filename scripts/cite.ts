import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { findWorks } from '../src/engine/bibliography/find-works.ts';
import { printLibrary } from '../src/engine/bibliography/index.ts';
import { createAsk } from '../src/remote/http/ask.ts';
import { publicServices } from '../src/remote/http/world.ts';
import { runCite } from './cite/run-cite.ts';
import { readLibrary } from './library.ts';
import { root } from './root.ts';
import { createWorld, userAgentOf } from './world.ts';

const usage = `npm run cite -- 2203.15556 10.1162/tacl_a_00562 https://…   adds works to bibliography/added.bib; --yes does not ask
npm run cite -- --find "scaling chinchilla"                 finds works of the library and their keys
`;

const { values, positionals } = parseArguments();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const shelf = readLibrary(root);
if ('errors' in shelf) {
  process.stderr.write(`${shelf.errors}\nMend these first: a work is added to a library that can be read.\n`);
  process.exit(1);
}
const { library, config, style, files } = shelf;
if (values.find !== undefined) {
  const found = findWorks(values.find, library);
  const works = printLibrary({
    library: new Map(found.map((work) => [work.key, work])),
    style,
    locale: config.locale,
  });
  for (const { key, title } of found) print(`${key}\n    ${works.get(key)?.short}. ${title}`);
  if (found.length === 0) print(`No work of the library fits \`${values.find}\`.`);
  process.exit(found.length === 0 ? 1 : 0);
}
const world = createWorld();
try {
  const asking = { ask: createAsk(world, userAgentOf(config)), services: publicServices };
  const today = new Date(world.now()).toISOString().slice(0, 10);
  process.exitCode = await runCite(positionals, {
    root,
    files,
    library,
    asking,
    today,
    print,
    confirm: confirmation(),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function parseArguments(): { values: { find?: string; yes?: boolean }; positionals: string[] } {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: { find: { type: 'string' }, yes: { type: 'boolean' } },
    });
    if ((parsed.values.find === undefined) === parsed.positionals.length > 0) return parsed;
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
    // Ctrl-C and Ctrl-D end the command by an error, before anything is written.
    const answer = await terminal.question(question);
    terminal.close();
    return /^y(?:es)?$/i.test(answer.trim());
  };
}

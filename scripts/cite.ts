import { findWorks } from '../src/engine/bibliography/find-works.ts';
import { printLibrary } from '../src/engine/bibliography/index.ts';
import { createHttpClient } from '../src/remote/http/client.ts';
import { publicServices } from '../src/remote/http/context.ts';
import { readArguments, refuse } from './arguments.ts';
import { confirm } from './confirm.ts';
import { runCite } from './cite/run-cite.ts';
import { readLibrary } from './library.ts';
import { root } from './root.ts';
import { createHttpContext, userAgentOf } from './network.ts';
import { readToday } from './today.ts';

const { values, positionals } = readArguments({
  name: 'cite',
  help: 'Adds works to bibliography/added.bib by their arXiv id, DOI or address; or finds works of the library and their keys.',
  positionals: '2203.15556 10.1162/tacl_a_00562 https://…',
  options: {
    find: { type: 'string', value: '"scaling chinchilla"', help: 'Finds works of the library.' },
    yes: { type: 'boolean', help: 'Adds what is found without confirmation.' },
  },
});
if ((values.find === undefined) === (positionals.length === 0))
  refuse(
    'Invalid arguments: expected either works, as in `npm run cite -- 2203.15556`, or a search, as in `npm run cite -- --find "scaling chinchilla"`.',
  );
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const read = readLibrary(root);
if ('errors' in read) {
  process.stderr.write(`${read.errors}\nFix these first: works are added only to a library without errors.\n`);
  process.exit(1);
}
const { library, config, style, files } = read;
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
const context = createHttpContext();
try {
  const remote = { send: createHttpClient(context, userAgentOf(config)), services: publicServices };
  process.exitCode = await runCite(positionals, {
    root,
    files,
    library,
    remote,
    today: readToday(),
    print,
    confirm: values.yes === true ? () => Promise.resolve(true) : confirm,
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';

/** Run by the benchmark in a generated project: parses its library once, and prints the status of its entries. */
const project = process.argv[2] ?? '.';
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the path is made at run time
const { parseBibliography }: typeof import('../../src/engine/bibliography/index.ts') = await import(
  join(dirname(dirname(import.meta.dirname)), 'src', 'engine', 'bibliography', 'index.ts')
);
const path = 'bibliography/works.bib';
const { library, broken, messages } = parseBibliography([{ path, text: readFileSync(join(project, path), 'utf8') }]);
process.stdout.write(`${library.size} works, ${broken.size} broken entries, ${messages.length} messages`);

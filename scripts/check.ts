import { openStore } from '../src/build/store.ts';
import { readContent } from './content.ts';
import { root } from './root.ts';
import { recover } from './run-command.ts';

recover();
const { essays, library } = await readContent(openStore(root));
process.stdout.write(`Checked ${essays.length} essays and ${library.size} works: no errors.\n`);

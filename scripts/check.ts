import { openStore, readContent } from './content.ts';
import { recover } from './run-command.ts';

recover();
const { essays, library } = readContent(openStore(), { drafts: true });
process.stdout.write(`Checked ${essays.length} essays and ${library.size} works: no errors.\n`);

import { readContent } from './content.ts';

const { essays, library } = readContent({ drafts: true });
process.stdout.write(`Checked ${essays.length} essays and ${library.size} works: no errors.\n`);

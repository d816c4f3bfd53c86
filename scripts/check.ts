import { reportLinks } from './check-links.ts';
import { readContent } from './content.ts';
import { root } from './root.ts';

const review = readContent();
const { essays, library } = review;
if (process.argv.includes('--links')) await reportLinks(review, root);
process.stdout.write(`Checked ${essays.length} essays and ${library.size} works: no errors.\n`);

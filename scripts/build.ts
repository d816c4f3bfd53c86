import { parseArgs } from 'node:util';
import { writeSite } from '../src/build/write-site.ts';
import { readContent } from './content.ts';
import { root } from './root.ts';

const { values } = parseArgs({ options: { drafts: { type: 'boolean', default: false } } });
const review = readContent({ drafts: values.drafts });
await writeSite(root, review);
process.stdout.write(`Built ${review.essays.length} essays and ${review.library.size} works into dist/.\n`);
process.exit(0);

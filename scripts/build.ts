import { parseArgs } from 'node:util';
import { openStore } from '../src/build/store.ts';
import { writeSite } from '../src/build/write-site.ts';
import { readContent } from './content.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({ options: { drafts: { type: 'boolean', default: false } } });
await runCommand(async () => {
  const store = openStore(root);
  const review = await readContent(store, { drafts: values.drafts });
  const isNew = await writeSite(root, review, store);
  const counts = `${review.essays.length} essays and ${review.library.size} works`;
  process.stdout.write(isNew ? `Built ${counts} into dist/.\n` : `Nothing has changed: dist/ holds ${counts}.\n`);
});
process.exit(0);

import { writeSite } from '../src/build/write-site.ts';
import { readContent } from './content.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const review = readContent();
  await writeSite(root, review);
  process.stdout.write(`Built ${review.essays.length} essays and ${review.library.size} works into dist/.\n`);
});
process.exit(0);

import { readInputs } from '../src/build/inputs.ts';
import { openCache } from '../src/build/cache.ts';
import { findOutput } from '../src/build/write-output.ts';
import { readArguments } from './arguments.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';
import { readToday } from './today.ts';

const { values } = readArguments({
  name: 'build',
  help: 'Checks the review and builds its site into dist/.',
  options: { drafts: { type: 'boolean', default: false, help: 'Includes essays that are not cleared.' } },
});
await runCommand(async () => {
  const inputs = readInputs(root);
  const cache = openCache(root, inputs.code);
  // Some checks ask for the day.
  const source = { cache, inputs, settings: [`drafts: ${values.drafts}`, readToday()] };
  const summary = findOutput(root, 'dist', source)?.summary ?? null;
  if (summary !== null) return void process.stdout.write(`Nothing has changed: dist/ holds ${summary}.\n`);
  const { readAndReport } = await import('./content.ts');
  const { review, isSilent } = await readAndReport(cache, { drafts: values.drafts });
  const [{ writeSite }, { writeEditorFiles }] = await Promise.all([
    import('../src/build/write-site.ts'),
    import('../src/build/editor-files.ts'),
  ]);
  writeEditorFiles(root, null);
  const counts = `${review.essays.length} essays and ${review.library.size} works`;
  const { isNew } = await writeSite(root, review, { ...source, summary: isSilent ? counts : null });
  process.stdout.write(isNew ? `Built ${counts} into dist/.\n` : `Nothing has changed: dist/ holds ${counts}.\n`);
});
process.exit(0);

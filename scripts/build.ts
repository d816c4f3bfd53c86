import { readInputs } from '../src/build/inputs.ts';
import { openStore } from '../src/build/store.ts';
import { keepSaid, saidOf } from '../src/build/write-output.ts';
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
  const store = openStore(root, inputs.code);
  // Some checks ask for the day.
  const settings = [`drafts: ${values.drafts}`, readToday()];
  const said = saidOf(root, 'dist', { store, inputs, settings });
  if (said !== null) return void process.stdout.write(`Nothing has changed: dist/ holds ${said}.\n`);
  const { readAndReport } = await import('./content.ts');
  const { review, isSilent } = await readAndReport(store, { drafts: values.drafts });
  const [{ writeSite }, { writeEditorFiles }] = await Promise.all([
    import('../src/build/write-site.ts'),
    import('../src/build/editor-files.ts'),
  ]);
  writeEditorFiles(root, null);
  const written = await writeSite(root, review, { store, inputs });
  const counts = `${review.essays.length} essays and ${review.library.size} works`;
  if (isSilent) keepSaid('dist', written, { store, inputs, settings, words: counts });
  process.stdout.write(
    written.isNew ? `Built ${counts} into dist/.\n` : `Nothing has changed: dist/ holds ${counts}.\n`,
  );
});
process.exit(0);

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfFolder, digestOfInputs } from './inputs.ts';
import { createStaging, switchOutput, type Output } from './outputs.ts';
import type { Store } from './store.ts';

export type Writing = {
  store: Store;
  /** What the output depends on besides the files of the project. */
  settings: readonly string[];
  /** Fills the folder with the whole output. */
  write: (folder: string) => Promise<void> | void;
};

/** Writes an output, the whole of it or nothing, and is true; or false where it stands there already, made of the same and untouched. */
export async function writeOutput(root: string, output: Output, { store, settings, write }: Writing): Promise<boolean> {
  const target = join(root, output);
  const inputs = digestOfInputs(root);
  const key = JSON.stringify([inputs, settings]);
  const name = `outputs/${output}`;
  if (existsSync(target) && store.read(name, key) === digestOfFolder(target)) return false;
  await write(createStaging(root, output));
  switchOutput(root, output);
  // What was saved meanwhile may be in it or not.
  if (digestOfInputs(root) === inputs) store.keep(name, key, digestOfFolder(target));
  return true;
}

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

export type Standing = Pick<Writing, 'store' | 'settings'>;

/** What was said of an output that stands there already, made of the same files and untouched; null where there is none. */
export function saidOf(root: string, output: Output, { store, settings }: Standing): string | null {
  const said = store.read(saidNameOf(output), JSON.stringify([digestOfInputs(root), settings]));
  if (typeof said !== 'string' || !existsSync(join(root, output))) return null;
  const [digest, ...words] = said.split(' ');
  return digest === digestOfFolder(join(root, output)) ? words.join(' ') : null;
}

/** Remembers what is said of an output, so that a run with nothing changed need not read the content to say it again. */
export function keepSaid(root: string, output: Output, { store, settings, words }: Standing & { words: string }): void {
  store.keep(saidNameOf(output), JSON.stringify([digestOfInputs(root), settings]), `${digestOfFolder(join(root, output))} ${words}`);
}

const saidNameOf = (output: Output): string => `outputs/${output}-said`;

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

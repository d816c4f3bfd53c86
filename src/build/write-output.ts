import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfFolder, type Inputs } from './inputs.ts';
import { createStaging, switchOutput, type Output } from './outputs.ts';
import type { Store } from './store.ts';

export type Standing = {
  store: Store;
  inputs: Inputs;
  /** What the output depends on besides the files of the project. */
  settings: readonly string[];
};

export type Writing = Standing & {
  /** Fills the folder with the whole output. */
  write: (folder: string) => Promise<void> | void;
};

export type Written = {
  /** False where the output stood there already, made of the same and untouched. */
  isNew: boolean;
  /** Digest of the output; null where the inputs changed while it was made. */
  digest: string | null;
};

/** What was said of an output that stands there already, made of the same files and untouched; null where there is none. */
export function saidOf(root: string, output: Output, { store, inputs, settings }: Standing): string | null {
  const said = store.read(saidNameOf(output), JSON.stringify([inputs.digest, settings]));
  if (typeof said !== 'string' || !existsSync(join(root, output))) return null;
  const [digest, ...words] = said.split(' ');
  return digest === digestOfFolder(join(root, output)) ? words.join(' ') : null;
}

/** Remembers what is said of an output, so that a run with nothing changed need not read the content to say it again. */
export function keepSaid(
  output: Output,
  { digest }: Written,
  { store, inputs, settings, words }: Standing & { words: string },
): void {
  if (digest !== null) store.keep(saidNameOf(output), JSON.stringify([inputs.digest, settings]), `${digest} ${words}`);
}

const saidNameOf = (output: Output): string => `outputs/${output}-said`;

/** Writes an output, the whole of it or nothing, unless it stands there already. */
export async function writeOutput(
  root: string,
  output: Output,
  { store, inputs, settings, write }: Writing,
): Promise<Written> {
  const target = join(root, output);
  const key = JSON.stringify([inputs.digest, settings]);
  const name = `outputs/${output}`;
  const known = existsSync(target) ? store.read(name, key) : null;
  const isNew = typeof known !== 'string' || known !== digestOfFolder(target);
  if (isNew) {
    await write(createStaging(root, output));
    switchOutput(root, output);
  }
  if (!inputs.areStill()) return { isNew, digest: null };
  const digest = isNew ? digestOfFolder(target) : known;
  if (isNew) store.keep(name, key, digest);
  return { isNew, digest };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfFolder, type Inputs } from './inputs.ts';
import { createStaging, switchOutput, type Output } from './outputs.ts';
import type { Cache } from './cache.ts';

/** The inputs of an output. */
export type OutputSource = {
  cache: Cache;
  inputs: Inputs;
  /** What the output depends on besides the files of the project. */
  settings: readonly string[];
};

export type OutputWriter = OutputSource & {
  /** Fills the folder with the whole output. */
  write: (folder: string) => Promise<void> | void;
  /** What a later run with nothing changed says of the output; null where it has to read the content again. */
  summary: string | null;
};

/** True where it was written now, false where it was there already. */
export type Written = { isNew: boolean };

type Known = { digest: string; summary: string | null };

const kindOf = (output: Output): string => `output-${output}`;

/** The record of an existing output of the same inputs that was not changed since; null where there is none. */
export function findOutput(root: string, output: Output, { cache, inputs, settings }: OutputSource): Known | null {
  // The hash of the key answers for the type.
  const known = cache.read([kindOf(output), inputs.digest, settings]) as Known | undefined;
  if (known === undefined || !existsSync(join(root, output))) return null;
  return known.digest === digestOfFolder(join(root, output)) ? known : null;
}

/** Writes an output, the whole of it or nothing, unless it is there already. */
export async function writeOutput(root: string, output: Output, options: OutputWriter): Promise<Written> {
  const { cache, inputs, settings, write, summary } = options;
  const known = findOutput(root, output, options);
  if (known === null) {
    await write(createStaging(root, output));
    switchOutput(root, output);
  }
  if (inputs.areUnchanged()) {
    const digest = known?.digest ?? digestOfFolder(join(root, output));
    cache.write([kindOf(output), inputs.digest, settings], { digest, summary } satisfies Known);
    cache.prune(kindOf(output));
  }
  return { isNew: known === null };
}

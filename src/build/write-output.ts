import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfFolder, type Inputs } from './inputs.ts';
import { createStaging, switchOutput, type Output } from './outputs.ts';
import type { Cache } from './cache.ts';

/** The inputs of an output. */
export type OutputSource = {
  cache: Cache;
  inputs: Inputs;
  /** Dependencies of the output other than the project's files. */
  settings: readonly string[];
};

export type OutputWriter = OutputSource & {
  /** Writes the whole output to the folder. */
  write: (folder: string) => Promise<void> | void;
  /** What a later run prints if nothing has changed, or null if it must read the content again. */
  summary: string | null;
};

/** `isNew` is false if the output was up to date. */
export type Written = { isNew: boolean };

/** What the cache knows of an output: the digest of its folder, and the summary. */
type OutputRecord = { digest: string; summary: string | null };

const kindOf = (output: Output): string => `output-${output}`;

/** Returns the record of an output that was made from the same inputs and is unchanged since, or null. */
export function findOutput(
  root: string,
  output: Output,
  { cache, inputs, settings }: OutputSource,
): OutputRecord | null {
  // The key's hash determines the type.
  const known = cache.read([kindOf(output), inputs.digest, settings]) as OutputRecord | undefined;
  if (known === undefined || !existsSync(join(root, output))) return null;
  return known.digest === digestOfFolder(join(root, output)) ? known : null;
}

/** Writes an output, completely or not at all, unless it is up to date. */
export async function writeOutput(root: string, output: Output, options: OutputWriter): Promise<Written> {
  const { cache, inputs, settings, write, summary } = options;
  const known = findOutput(root, output, options);
  if (known === null) {
    await write(createStaging(root, output));
    switchOutput(root, output);
  }
  if (inputs.areUnchanged()) {
    const digest = known?.digest ?? digestOfFolder(join(root, output));
    cache.write([kindOf(output), inputs.digest, settings], { digest, summary } satisfies OutputRecord);
    cache.prune(kindOf(output));
  }
  return { isNew: known === null };
}

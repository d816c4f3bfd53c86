import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ParseStore } from '../engine/parse-store.ts';
import { digestOfCode } from './inputs.ts';

export type Store = ParseStore & {
  /** Removes what lies in a folder of the store and was neither read nor kept since the store was made. */
  prune: (folder: string) => void;
};

/**
 * What the commands of a project keep between runs: values in `.cache/kept/`, one file a name.
 *
 * A value that other code made, or another Node, is not read, nor is a damaged one.
 * A value that cannot be written is not kept, which costs the next run time and this one nothing.
 */
export function openStore(root: string, code = digestOfCode(root)): Store {
  const folder = join(root, '.cache', 'kept');
  const used = new Set<string>();
  const fileOf = (name: string): string => {
    const file = join(folder, `${name}.bin`);
    used.add(file);
    return file;
  };
  return {
    read: (name, key) => readValue(fileOf(name), `${code} ${key}`),
    keep: (name, key, value) => keepValue(fileOf(name), `${code} ${key}`, value),
    prune: (inside) => removeAllBut(join(folder, inside), (file) => used.has(file)),
  };
}

const digestLength = 32;

const digestOf = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function readValue(file: string, key: string): unknown {
  const bytes = readBytes(file);
  if (bytes === null) return null;
  const value = bytes.subarray(digestLength);
  return digestOf(Buffer.from(key), value).equals(bytes.subarray(0, digestLength)) ? deserialize(value) : null;
}

function readBytes(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** The digest of key and value stands first: it fits neither where the value is damaged nor where the key is another. */
function keepValue(file: string, key: string, value: unknown): void {
  const bytes = serialize(value);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.concat([digestOf(Buffer.from(key), bytes), bytes]));
  } catch {
    rmSync(file, { force: true });
  }
}

function removeAllBut(folder: string, isUsed: (file: string) => boolean): void {
  try {
    const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
    for (const file of files) if (!isUsed(file)) rmSync(file, { recursive: true, force: true });
  } catch {
    // It stays until a run that may remove it.
  }
}

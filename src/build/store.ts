import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ParseStore } from '../engine/parse-store.ts';

export type Store = ParseStore & {
  /** Removes what lies in a folder of the store and was neither read nor kept since the store was made. */
  prune: (folder: string) => void;
};

/**
 * A store of values in `.cache/kept/`, one file a name.
 *
 * `code` is a digest of what makes values of texts: a value that other code made is not read, nor is a damaged one.
 * A value that cannot be written is not kept, which costs the next run time and this one nothing.
 */
export function createStore(root: string, code: string): Store {
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
    prune: (inside) => {
      for (const file of listFiles(join(folder, inside))) if (!used.has(file)) rmSync(file, { force: true });
    },
  };
}

const digestLength = 32;

const digestOf = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

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
  const growing = join(dirname(file), `${basename(file)}.${process.pid}`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(growing, Buffer.concat([digestOf(Buffer.from(key), bytes), bytes]));
    renameSync(growing, file);
  } catch {
    rmSync(growing, { force: true });
  }
}

const listFiles = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

import { rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../engine/content-hash.ts';

/** Writes a file with the hash of its content in its name, before the extension. Returns the name. */
export function addFile(folder: string, name: string, content: string | Uint8Array): string {
  const hashed = name.replace(/(?=\.\w+$)/, `.${sha256(content).slice(0, 8)}`);
  writeFileSync(join(folder, hashed), content);
  return hashed;
}

/** Replaces a file `name.HASH.ext` with new content and its hash, and adds the new name to `renamed`. */
export function renameFile(
  file: string,
  { bytes, renamed }: { bytes: string | Uint8Array; renamed: Map<string, string> },
): void {
  rmSync(file);
  const old = basename(file);
  renamed.set(old, addFile(dirname(file), old.replace(/\.[\w-]+(?=\.\w+$)/, ''), bytes));
}

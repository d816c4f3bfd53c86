import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes several files of the project, by path from `root`: all of them, or none. Each is written whole beside its place before
 * the first is put there, and what was new is taken away again where one cannot be.
 */
export function writeTogether(root: string, texts: ReadonlyMap<string, string>): void {
  const pending = [...texts].map(([path, text]) => ({ target: join(root, path), staged: join(root, `${path}.${process.pid}.tmp`), text }));
  const undo: (() => void)[] = [];
  try {
    for (const { staged, text } of pending) {
      const made = mkdirSync(dirname(staged), { recursive: true });
      if (made !== undefined) undo.unshift(() => rmSync(made, { recursive: true, force: true }));
      undo.unshift(() => rmSync(staged, { force: true }));
      writeFileSync(staged, text);
    }
    // Those that are there already come last: until then, taking away what is new undoes everything.
    for (const { target, staged } of pending.toSorted((a, b) => Number(existsSync(a.target)) - Number(existsSync(b.target)))) {
      if (!existsSync(target)) undo.unshift(() => rmSync(target, { force: true }));
      renameSync(staged, target);
    }
  } catch (cause) {
    for (const step of undo) step();
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The files could not be written (${said}). Look at the disk's space and the folder's permissions; nothing was changed.`, { cause });
  }
}

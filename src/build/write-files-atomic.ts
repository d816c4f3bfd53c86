import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes several files, by path from `root`, all or none. Each is written under a temporary name before the first is
 * renamed. If one fails, those before it are restored.
 */
export function writeFilesAtomic(root: string, texts: ReadonlyMap<string, string>): void {
  const pending = [...texts].map(([path, text]) => ({
    target: join(root, path),
    staged: join(root, `${path}.${process.pid}.tmp`),
    text,
  }));
  const undo: (() => void)[] = [];
  try {
    for (const { staged, text } of pending) {
      const made = mkdirSync(dirname(staged), { recursive: true });
      if (made !== undefined) undo.unshift(() => rmSync(made, { recursive: true, force: true }));
      undo.unshift(() => rmSync(staged, { force: true }));
      writeFileSync(staged, text);
    }
    // Existing files come last, because they may refer to new ones.
    for (const { target, staged } of pending.toSorted(
      (a, b) => Number(existsSync(a.target)) - Number(existsSync(b.target)),
    )) {
      const before = existsSync(target) ? readFileSync(target) : null;
      undo.unshift(() => (before === null ? rmSync(target, { force: true }) : writeFileSync(target, before)));
      renameSync(staged, target);
    }
  } catch (cause) {
    for (const step of undo) step();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The files could not be written (${reason}). Look at the disk's space and the folder's permissions; nothing was changed.`,
      { cause },
    );
  }
}

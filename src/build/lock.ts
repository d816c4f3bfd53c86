import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** The right to write outputs; it ends with `release`, or with the process that holds it, however that ends. */
type Lock = { release: () => void };

const pause = 100;
const busy = 5;

/**
 * Takes a lock of the project in `root`, that of its outputs unless another is named; null where another process holds it.
 *
 * SQLite's lock of a file is the system's own, so there are no stale ones to recognise: a parse that keeps the process
 * busy for seconds does not lose it, as it would one that a timer renews, and a killed process holds it no longer.
 */
export function takeLock(root: string, name = 'lock'): Lock | null {
  const path = join(root, '.cache', name);
  mkdirSync(dirname(path), { recursive: true });
  // SQLite does not say why it cannot open a file.
  writeFileSync(path, '', { flag: 'a' });
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    // Without a journal on the disk, a full one does not keep anybody from the lock.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null;
    throw error;
  }
  if (name === 'lock') writeHolder(root);
  return { release: () => file.close() };
}

/** Takes the lock, when it is free; `say` is told once whom it waits for. */
export async function waitForLock(root: string, say: (text: string) => void): Promise<Lock> {
  for (let told = false; ; told = true) {
    const lock = takeLock(root);
    if (lock !== null) return lock;
    if (!told)
      say(
        `Another command (process ${readHolder(root)}) is writing the outputs of this folder. This command goes on when it has ended; Ctrl-C stops it.`,
      );
    await setTimeout(pause);
  }
}

const holderOf = (root: string): string => join(root, '.cache', 'lock-holder');

/** Only a message names the holder: a full disk must not keep the lock from whoever could make room on it. */
function writeHolder(root: string): void {
  try {
    writeFileSync(holderOf(root), String(process.pid));
  } catch {
    rmSync(holderOf(root), { force: true });
  }
}

function readHolder(root: string): string {
  try {
    return readFileSync(holderOf(root), 'utf8') || 'unknown';
  } catch {
    return 'unknown';
  }
}

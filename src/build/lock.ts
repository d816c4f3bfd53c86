import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** The lock of the outputs; it ends with `release`, or with the process, however that ends. */
type Lock = { release: () => void };

const pause = 100;
const busy = 5;

/**
 * Takes a lock of the project in `root`, that of its outputs unless another is named; null where another process holds it.
 *
 * SQLite locks a file through the operating system, so no lock is stale: a killed process loses its lock, and a process
 * that is busy for seconds does not, as it would lose a lock that a timer renews.
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

/** Only a message needs the holder, so a full disk does not prevent the lock. */
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

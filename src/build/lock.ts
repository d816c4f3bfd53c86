import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** The lock of the outputs. It is held until `release`, or until the process ends in any way. */
type Lock = { release: () => void };

const pause = 100;
const busy = 5;

/**
 * Takes a lock of the project in `root`, by default that of its outputs. Returns null if another process holds it.
 *
 * SQLite locks a file through the operating system, so no lock is stale. A killed process loses its lock. A process
 * that is busy for seconds keeps it, unlike with a lock that a timer renews.
 */
export function takeLock(root: string, name = 'lock'): Lock | null {
  const path = join(root, '.cache', name);
  mkdirSync(dirname(path), { recursive: true });
  // Fails with a clear error, because SQLite does not say why it cannot open a file.
  writeFileSync(path, '', { flag: 'a' });
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    // A journal in memory, so that the lock also works on a full disk.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null;
    throw error;
  }
  if (name === 'lock') writeHolder(root);
  return { release: () => file.close() };
}

/** Waits until the lock is free and takes it. `say` is called once with the process that holds it. */
export async function waitForLock(root: string, say: (text: string) => void): Promise<Lock> {
  for (let hasPrinted = false; ; hasPrinted = true) {
    const lock = takeLock(root);
    if (lock !== null) return lock;
    if (!hasPrinted)
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

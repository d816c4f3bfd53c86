import { rmSync } from 'node:fs';
import { takeLock, waitForLock } from './lock.ts';
import { imageCacheOf, isInterrupted, recoverOutputs, stagingOf } from './outputs.ts';
import { explainDiskError } from './setup-error.ts';

/** `say` is told what the command waits for. */
export type Command<Result> = { say: (text: string) => void; run: () => Promise<Result> | Result };

/**
 * Runs a command that writes outputs, under the lock and after recovery from a command that was killed.
 *
 * @throws SetupError where the disk is full or a folder may not be written; nothing half-written stays.
 */
export async function withOutputs<Result>(root: string, { say, run }: Command<Result>): Promise<Result> {
  try {
    const lock = await waitForLock(root, say);
    try {
      if (isInterrupted(root)) recoverOutputs(root);
      return await run();
    } catch (error) {
      rmSync(imageCacheOf(root), { recursive: true, force: true });
      throw error;
    } finally {
      rmSync(stagingOf(root), { recursive: true, force: true });
      lock.release();
    }
  } catch (error) {
    throw explainDiskError(error);
  }
}

/** Recovers from a killed command unless another command has the lock; for commands that write no outputs. */
export function recoverIfInterrupted(root: string): void {
  if (!isInterrupted(root)) return;
  try {
    const lock = takeLock(root);
    if (lock !== null) recoverOutputs(root);
    lock?.release();
  } catch (error) {
    throw explainDiskError(error);
  }
}

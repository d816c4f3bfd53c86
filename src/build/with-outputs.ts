import { rmSync } from 'node:fs';
import { takeLock, waitForLock } from './lock.ts';
import { imageCacheOf, isInterrupted, recoverOutputs, stagingOf } from './outputs.ts';
import { explainDiskError } from './setup-error.ts';

/** `say` is called with what the command waits for. */
export type Command<Result> = { say: (text: string) => void; run: () => Promise<Result> | Result };

/**
 * Runs a command that writes outputs. It takes the lock and first recovers from a killed command.
 *
 * @throws SetupError if the disk is full or a folder has no write access. Nothing incomplete is left.
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

/** Recovers from a killed command, unless another command has the lock. For commands that write no outputs. */
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

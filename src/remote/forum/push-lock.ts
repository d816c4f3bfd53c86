import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { World } from './world.ts';

/** Runs one push at a time in a project: two at once could make the same post twice. */
export async function withPushLock(world: World, run: () => Promise<void>): Promise<void> {
  const path = join(world.root, '.cache', 'push', 'lock');
  mkdirSync(dirname(path), { recursive: true });
  takeLock(path);
  try {
    await run();
  } finally {
    rmSync(path, { force: true });
  }
}

function takeLock(path: string): void {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    try {
      return writeFileSync(path, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(readFileSync(path, 'utf8'));
      if (isRunning(holder))
        throw new Error(`Another push runs in this project (process ${holder}). Wait until it has ended.`);
      rmSync(path, { force: true });
    }
  }
  throw new Error('Another push began at this moment. Wait until it has ended.');
}

function isRunning(holder: number): boolean {
  try {
    return process.kill(holder, 0);
  } catch {
    return false;
  }
}

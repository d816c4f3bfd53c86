import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A fresh folder in which an output grows until it is whole; on the same disk as the output. */
export function createStaging(root: string, name: string): string {
  const staging = join(root, '.cache', 'staging', `${name}-${process.pid}`);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  return staging;
}

/** Puts a whole output in the place of the one before. */
export function swapFolder(staging: string, target: string): void {
  const before = `${staging}-before`;
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, before);
  renameSync(staging, target);
  rmSync(before, { recursive: true, force: true });
}

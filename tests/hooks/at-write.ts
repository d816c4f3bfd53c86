import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a command. Acts after the command's `AT_NUMBER`-th change of the disk below a path that contains
 * `AT_PATH`. With `AT_ACT=kill` it kills the command, otherwise it sends a message to the parent process.
 */
const { AT_NUMBER, AT_PATH = '', AT_ACT } = process.env;
let count = 0;

function act(): void {
  count += 1;
  if (count !== Number(AT_NUMBER)) return;
  if (AT_ACT === 'kill') process.kill(process.pid, 'SIGKILL');
  else process.send?.('reached');
}

const counted =
  <Args extends unknown[], Result>(change: (...args: Args) => Result, paths: 1 | 2) =>
  (...args: Args): Result => {
    const result = change(...args);
    if (!args.slice(0, paths).some((path) => String(path).includes(AT_PATH))) return result;
    if (result instanceof Promise) void result.then(act);
    else act();
    return result;
  };

const { copyFile, mkdir, rename, writeFile } = fs.promises;
Object.assign(fs.promises, {
  copyFile: counted(copyFile, 2),
  mkdir: counted(mkdir, 1),
  rename: counted(rename, 2),
  writeFile: counted(writeFile, 1),
});
const { copyFileSync, mkdirSync, renameSync, writeFileSync } = fs;
Object.assign(fs, {
  copyFileSync: counted(copyFileSync, 2),
  mkdirSync: counted(mkdirSync, 1),
  renameSync: counted(renameSync, 2),
  writeFileSync: counted(writeFileSync, 1),
});
if (isMainThread) syncBuiltinESMExports();

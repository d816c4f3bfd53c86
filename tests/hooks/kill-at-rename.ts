import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/** Loaded before a command: kills it right after its rename number `KILL_AT_RENAME` under `.cache/switching/`. */
const rename = fs.renameSync;
let count = 0;

fs.renameSync = (from, to) => {
  rename(from, to);
  if (![from, to].some((path) => String(path).includes('switching'))) return;
  count += 1;
  if (count === Number(process.env.KILL_AT_RENAME)) process.kill(process.pid, 'SIGKILL');
};
if (isMainThread) syncBuiltinESMExports();

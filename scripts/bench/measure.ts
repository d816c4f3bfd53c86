import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** CPU seconds (user and system, child processes included) and peak memory in MB of one command. */
export type Cost = { cpu: number; memory: number };

/** Runs a program of Node in `folder` and tells what it cost. */
export function measure(folder: string, args: readonly string[]): Cost {
  const report = join(mkdtempSync(join(tmpdir(), 'bench-')), 'cost.json');
  const hook = join(import.meta.dirname, 'report-cost.ts');
  const env = { ...process.env, BENCH_REPORT: report, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, ...args], { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}. Run it by hand in ${folder}.`);
  return JSON.parse(readFileSync(report, 'utf8')) as Cost;
}

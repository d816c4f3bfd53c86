import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** CPU seconds (user and system, including child processes), peak memory in MB, and the standard output. */
export type Cost = { cpu: number; memory: number; output: string };

/** Runs a Node program in `folder` and measures its cost. */
export function measure(folder: string, args: readonly string[]): Cost {
  const reports = mkdtempSync(join(tmpdir(), 'bench-'));
  const report = join(reports, 'cost.json');
  const hook = join(import.meta.dirname, 'report-cost.ts');
  const env = { ...process.env, BENCH_REPORT: report, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', hook, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}. Run it by hand in ${folder}.`);
  const cost = JSON.parse(readFileSync(report, 'utf8')) as Omit<Cost, 'output'>;
  rmSync(reports, { recursive: true });
  return { ...cost, output: stdout };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Returns the median CPU time and the median memory of several runs. */
export function medianOf(costs: readonly Cost[]): Cost {
  return {
    cpu: median(costs.map(({ cpu }) => cpu)),
    memory: median(costs.map(({ memory }) => memory)),
    output: costs[0]?.output ?? '',
  };
}

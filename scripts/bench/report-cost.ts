import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * This file is preloaded into a measured program. On exit it writes the cost of the process and its child processes.
 */
const ticksASecond = 100;

/**
 * Returns the fields of `/proc/<id>/stat` from the third one (the state), or null if there is no such process or no
 * `/proc`.
 */
function statOf(id: string): string[] | null {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
}

const seconds = (fields: readonly string[], ...indexes: number[]): number =>
  indexes.reduce((sum, index) => sum + Number(fields[index]), 0) / ticksASecond;

/** Returns user and system time of child processes: those that have ended, and those that are still running. */
function childSeconds(): number {
  if (!existsSync('/proc/self/stat')) return 0;
  const living = readdirSync('/proc')
    .flatMap((id) => (/^\d+$/.test(id) ? [statOf(id) ?? []] : []))
    .filter((fields) => Number(fields[1]) === process.pid);
  return (
    seconds(statOf('self') ?? [], 13, 14) + living.reduce((sum, fields) => sum + seconds(fields, 11, 12, 13, 14), 0)
  );
}

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpu = (userCPUTime + systemCPUTime) / 1e6 + childSeconds();
    writeFileSync(process.env.BENCH_REPORT ?? '/dev/null', JSON.stringify({ cpu, memory: maxRSS / 1024 }));
  });
}

import type { Essay } from './essay.ts';
import { readings, type ReadAs } from './support.ts';

/** By key, how much of a work was read at most for any sentence of the essays; without works of which nothing is recorded. */
export function mostRead(essays: readonly Pick<Essay, 'support'>[]): ReadonlyMap<string, ReadAs> {
  const most = new Map<string, ReadAs>();
  for (const { support } of essays)
    for (const { works } of support?.records ?? [])
      for (const [key, { read }] of Object.entries(works)) {
        const known = most.get(key);
        if (known === undefined || readings.indexOf(read) < readings.indexOf(known)) most.set(key, read);
      }
  return most;
}

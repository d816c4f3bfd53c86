import type { Essay } from './essay.ts';
import { readings, type ReadAs } from './support.ts';

/**
 * Returns, by key, the most that was read of a work for any sentence of the essays. Works without a record are left
 * out.
 */
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

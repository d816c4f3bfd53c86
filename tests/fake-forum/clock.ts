/** Unique increasing times, and ids that contain their kind. */
export type Clock = { now: () => number; nextId: (kind: string) => string };

export function createClock(start: number): Clock {
  let time = start;
  let ids = 0;
  return {
    now: () => (time += 1),
    nextId: (kind) => `${kind}${String((ids += 1)).padStart(17 - kind.length, '0')}`,
  };
}

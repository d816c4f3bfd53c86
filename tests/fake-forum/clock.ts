/** Times that never repeat, and ids that tell what they name. */
export type Clock = { now: () => number; nextId: (kind: string) => string };

export function createClock(start: number): Clock {
  let time = start;
  let ids = 0;
  return {
    now: () => (time += 1),
    nextId: (kind) => `${kind}${String((ids += 1)).padStart(17 - kind.length, '0')}`,
  };
}

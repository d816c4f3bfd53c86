import type { World } from '../src/remote/http/world.ts';

export type FakeWorld = World & {
  /** Milliseconds of every sleep, in order. */
  naps: number[];
  /** Lets the deadlines of all requests pass that are still open. */
  expire: () => void;
};

/** The real network with a clock that goes on only when somebody sleeps, and then at once. */
export function createFakeWorld(start = '2026-11-24T12:00:00Z'): FakeWorld {
  let now = Date.parse(start);
  const naps: number[] = [];
  const open = new Set<AbortController>();
  return {
    fetch,
    naps,
    now: () => now,
    sleep: (milliseconds) => {
      naps.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    deadline: (milliseconds) => {
      if (milliseconds <= 0) throw new Error('A deadline has to lie ahead.');
      const controller = new AbortController();
      open.add(controller);
      return controller.signal;
    },
    expire: () => {
      for (const controller of open) controller.abort(new DOMException('The deadline has passed.', 'TimeoutError'));
      open.clear();
    },
  };
}

import type { HttpContext } from '../src/remote/http/context.ts';

export type FakeNetwork = HttpContext & {
  /** The milliseconds of each sleep, in order. */
  naps: number[];
  /** Expires the deadline of one request. */
  expire: (signal: AbortSignal) => void;
};

/** Creates a real network with a fake clock. The clock advances only during sleeps, and immediately. */
export function createFakeNetwork(start = '2026-11-24T12:00:00Z'): FakeNetwork {
  let now = Date.parse(start);
  const naps: number[] = [];
  const deadlines = new Map<AbortSignal, AbortController>();
  const sleepers: { until: number; resolve: () => void }[] = [];
  // Wakes one sleeper at a time, so that each sees the time at its own deadline.
  const wakeNext = (): void => {
    const [first] = sleepers.sort((a, b) => a.until - b.until).splice(0, 1);
    now = Math.max(now, first?.until ?? 0);
    first?.resolve();
    if (sleepers.length > 0) setImmediate(wakeNext);
  };
  return {
    fetch,
    naps,
    now: () => now,
    sleep: (milliseconds) => {
      naps.push(milliseconds);
      return new Promise((resolve) => {
        sleepers.push({ until: now + milliseconds, resolve });
        if (sleepers.length === 1) setImmediate(wakeNext);
      });
    },
    deadline: (milliseconds) => {
      if (milliseconds <= 0) throw new Error('A deadline has to lie ahead.');
      const controller = new AbortController();
      deadlines.set(controller.signal, controller);
      return controller.signal;
    },
    expire: (signal) => deadlines.get(signal)?.abort(new DOMException('The deadline has passed.', 'TimeoutError')),
  };
}

import type { ParseStore } from '../../engine/parse-store.ts';

const patience = 1000;

/** A store that has at hand what it gave or got, and writes when nobody waits for a page. */
export function createMemory(store: ParseStore): ParseStore {
  const known = new Map<string, { key: string; value: unknown }>();
  return {
    read(name, key) {
      const one = known.get(name);
      if (one?.key === key) return one.value;
      const value = store.read(name, key);
      if (value !== null) known.set(name, { key, value });
      return value;
    },
    keep(name, key, value) {
      known.set(name, { key, value });
      setTimeout(() => known.get(name)?.value === value && store.keep(name, key, value), patience).unref();
    },
  };
}

import type { Remember } from '../vite/review-plugin.ts';
import type { Store } from './store.ts';

export type KeptInOne = {
  remember: Remember;
  /** Keeps what was asked for, and no more of what was known. */
  save: () => void;
};

/** Values that are kept in one file of the store: each is so small that a file of its own would cost more. */
export function openKeptInOne(store: Store, name: string, key: string): KeptInOne {
  const kept = store.read(name, key);
  const known = new Map<string, unknown>(kept instanceof Map ? kept : []);
  const asked = new Map<string, unknown>();
  return {
    remember<Value>(one: string, make: () => Value): Value {
      const value = known.has(one) ? (known.get(one) as Value) : make();
      asked.set(one, value);
      return value;
    },
    save() {
      if (asked.size !== known.size || [...asked.keys()].some((one) => !known.has(one))) store.keep(name, key, asked);
    },
  };
}

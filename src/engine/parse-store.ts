import { createHash } from 'node:crypto';

/** Keeps plain values between runs, by a name and a key that tells what the value was made of. */
export type ParseStore = {
  /** What was kept under this name; null where nothing was, or where it was made of something else. */
  read: (name: string, key: string) => unknown;
  keep: (name: string, key: string, value: unknown) => void;
};

/** Keeps nothing. */
export const emptyStore: ParseStore = { read: () => null, keep: () => undefined };

/** A text as it was kept, or else made and kept. */
export function remember(store: ParseStore, { name, key }: { name: string; key: string }, make: () => string): string {
  const kept = store.read(name, key);
  if (typeof kept === 'string') return kept;
  const made = make();
  store.keep(name, key, made);
  return made;
}

/** A digest of plain values: two that differ have different ones. */
export const digestOf = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url');

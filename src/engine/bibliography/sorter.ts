import type { Printers } from './printers.ts';

/** Sorts keys as the style sorts its reference list; `known` is the order of the whole library, where it is known. */
export function createSorter(
  printers: Printers,
  known: readonly string[] | null,
): (keys: readonly string[]) => string[] {
  let places: ReadonlyMap<string, number> | null = null;
  return (keys) => {
    const placesNow = (places ??= new Map((known ?? printers.sortAll()).map((key, place) => [key, place])));
    return keys.toSorted((a, b) => (placesNow.get(a) ?? 0) - (placesNow.get(b) ?? 0));
  };
}

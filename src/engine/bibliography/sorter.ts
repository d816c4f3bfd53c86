import type { Printer, Printers } from './printers.ts';

type Places = ReadonlyMap<string, number>;

/** Sorts keys as the style sorts its reference list; `known` is the order of the whole library, where it is known. */
export function createSorter(printers: Printers, known: readonly string[] | null): (keys: readonly string[]) => string[] {
  const knownPlaces = known === null ? null : placesIn(known);
  let last: { printer: Printer; places: Places } | null = null;
  const placesAmong = (keys: readonly string[]): Places => {
    const printer = printers.alone(keys);
    if (last?.printer !== printer) last = { printer, places: placesIn([...printer.printReferences().keys()]) };
    return last.places;
  };
  return (keys) => {
    const places = knownPlaces ?? placesAmong(keys);
    return keys.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
}

const placesIn = (order: readonly string[]): Places => new Map(order.map((key, place) => [key, place]));

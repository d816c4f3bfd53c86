import { fold } from '../../model/fold.ts';
import type { Library } from '../../model/work.ts';

/**
 * Names that a style spells out if two people share a family name: that of the first author, all, or none.
 */
export type ComparedNames = 'first' | 'all' | 'none';

type Comparison = {
  comparedNames: ComparedNames;
  /** Returns a work's citation without disambiguation. */
  shortOf: (key: string) => string;
};

/**
 * Returns the works of an essay whose printed form may depend on each other, each with the works that it must be
 * printed with. These are works with the same citation, and works by people with the same family name but different
 * given names. Either reason may apply to one work.
 */
export function findConflicts(
  keys: readonly string[],
  library: Library,
  { comparedNames, shortOf }: Comparison,
): ReadonlyMap<string, ReadonlySet<string>> {
  const sameText = Map.groupBy(keys, shortOf);
  const namesakes = new Map<string, { people: Set<string>; keys: string[] }>();
  const isolated: string[][] = [];
  for (const key of keys) {
    const names = namesOf(key, library);
    if (containsNamesakes(names)) isolated.push([key]);
    for (const { family, given } of compared(names, comparedNames)) {
      const known = namesakes.get(family) ?? { people: new Set(), keys: [] };
      known.people.add(given);
      known.keys.push(key);
      namesakes.set(family, known);
    }
  }
  const alike = [...sameText.values()].filter((group) => group.length > 1);
  const named = [...namesakes.values()].filter(({ people }) => people.size > 1).map((group) => group.keys);
  return join([...isolated, ...alike, ...named]);
}

/** Merges groups that share a key, and returns the merged group of each key. */
function join(groups: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const joined = new Map<string, ReadonlySet<string>>();
  for (const group of groups) {
    const whole = new Set(group.flatMap((key) => [key, ...(joined.get(key) ?? [])]));
    for (const key of whole) joined.set(key, whole);
  }
  return joined;
}

/**
 * Returns the normalised family name that a work's citation begins with, or null for organisations and works without
 * names.
 */
export const firstNameOf = (key: string, library: Library): string | null => namesOf(key, library)[0]?.family ?? null;

type Name = { family: string; given: string };

function namesOf(key: string, library: Library): Name[] {
  const csl = library.get(key)?.csl;
  return (csl?.author ?? csl?.editor ?? []).flatMap(({ family, given }) =>
    family === undefined ? [] : [{ family: fold(family), given: fold(given ?? '') }],
  );
}

function compared(names: readonly Name[], which: ComparedNames): readonly Name[] {
  if (which === 'none') return [];
  return which === 'first' ? names.slice(0, 1) : names;
}

const containsNamesakes = (names: readonly Name[]): boolean =>
  names.some(({ family, given }) => names.some((other) => other.family === family && other.given !== given));

import { fold } from '../../model/fold.ts';
import type { Library } from '../../model/work.ts';

/** Which names a style spells out wherever two people share a family name: those that citations begin with, all, or none. */
export type ComparedNames = 'first' | 'all' | 'none';

type Comparison = {
  comparedNames: ComparedNames;
  /** A work's citation as if no other were like it. */
  shortOf: (key: string) => string;
};

/**
 * The works of an essay that disambiguation may print otherwise because of each other, each with those among which it has
 * to be printed: works whose citations would read the same, and those by people of one family name and different given
 * names; one work may have two such.
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
    if (holdsNamesakes(names)) isolated.push([key]);
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

/** Groups that share a key as one, by key. */
function join(groups: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const joined = new Map<string, ReadonlySet<string>>();
  for (const group of groups) {
    const whole = new Set(group.flatMap((key) => [key, ...(joined.get(key) ?? [])]));
    for (const key of whole) joined.set(key, whole);
  }
  return joined;
}

/** The family name that a work's citation begins with, folded; null for organisations and works without names. */
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

const holdsNamesakes = (names: readonly Name[]): boolean =>
  names.some(({ family, given }) => names.some((other) => other.family === family && other.given !== given));

import type { Library, Work } from '../model/work.ts';

/**
 * The works of an essay that disambiguation may print otherwise because of each other: those that share the name
 * by which a citation begins, or, in a style that compares all names, any family name.
 */
export function findConflicts(keys: readonly string[], library: Library, { comparesAllNames }: { comparesAllNames: boolean }): ReadonlySet<string> {
  const sharing = new Map<string, string[]>();
  for (const key of keys) {
    const work = library.get(key);
    const labels = work === undefined ? [] : labelsOf(work);
    for (const label of new Set(comparesAllNames ? labels : labels.slice(0, 1))) {
      const others = sharing.get(label);
      if (others === undefined) sharing.set(label, [key]);
      else others.push(key);
    }
  }
  return new Set([...sharing.values()].filter((group) => group.length > 1).flat());
}

function labelsOf({ csl, title }: Work): string[] {
  const names = csl.author ?? csl.editor ?? [];
  const labels = names.map(({ literal, family, given }) => fold(literal ?? family ?? given ?? ''));
  return labels.length === 0 ? [fold(title)] : labels;
}

const fold = (name: string): string => name.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

import { fold } from './fold.ts';
import { mostRead } from './most-read.ts';
import type { Review } from './review.ts';
import { readings, type ReadAs } from './support.ts';
import type { Work } from './work.ts';
import { kindOf, workKinds, type WorkKind } from './work-kind.ts';

/** A bar: its label and its number of works. */
type Bar<Name> = { name: Name; works: number };

/** Counts of the cited works of a review. */
export type LibraryFigures = {
  /** Works that an essay cites, each once. */
  cited: number;
  /** From the latest year. The last bar counts all works up to its year; null counts works without a year. */
  years: Bar<{ year: number; andBefore: boolean } | null>[];
  kinds: Bar<WorkKind>[];
  /** By the most that was read of a work for any sentence; null if nothing is recorded. */
  readings: Bar<ReadAs | null>[];
  /** By the domain ids of the essays that cite the work. A work may count in several domains. */
  domains: Bar<string>[];
  /** The authors with the most works, named as in the entries. */
  authors: Bar<string>[];
};

const yearsShown = 10;
const authorsShown = 12;

/** Counts the works that the essays cite. Pass the part of a review that is shown. */
export function countLibrary({ essays, library, entries, domains }: Review): LibraryFigures {
  const keys = new Set(essays.flatMap(({ cites }) => cites));
  const works = [...library.values()].filter(({ key }) => keys.has(key));
  const kinds = works.flatMap((work) => {
    const entry = entries.get(work.key);
    return entry === undefined ? [] : [kindOf(work, entry)];
  });
  return {
    cited: works.length,
    years: countYears(works.map(({ year }) => year)),
    kinds: count(workKinds, kinds),
    readings: countReadings(essays, works),
    domains: domains.value.flatMap(({ id }) => {
      const own = essays.filter(({ frontmatter }) => frontmatter.domain === id);
      return own.length === 0 ? [] : [{ name: id, works: new Set(own.flatMap(({ cites }) => cites)).size }];
    }),
    authors: countAuthors(works),
  };
}

const count = <Name>(names: readonly Name[], all: readonly Name[]): Bar<Name>[] =>
  names.map((name) => ({ name, works: all.filter((other) => other === name).length }));

/** Counts the latest years one by one, and earlier years together. */
export function countYears(years: readonly (number | null)[]): LibraryFigures['years'] {
  const known = years.filter((year) => year !== null);
  const last = Math.max(...known);
  const shown = known.length === 0 ? [] : Array.from({ length: yearsShown }, (_, index) => last - index);
  const before = last - yearsShown;
  const earlier = known.filter((year) => year <= before).length;
  const without = years.length - known.length;
  return [
    ...shown.map((year) => ({
      name: { year, andBefore: false },
      works: known.filter((other) => other === year).length,
    })),
    ...(earlier === 0 ? [] : [{ name: { year: before, andBefore: true }, works: earlier }]),
    ...(without === 0 ? [] : [{ name: null, works: without }]),
  ];
}

function countReadings(essays: Review['essays'], works: readonly Work[]): LibraryFigures['readings'] {
  const read = mostRead(essays);
  return count(
    [...readings, null],
    works.map(({ key }) => read.get(key) ?? null),
  );
}

/**
 * Counts works by author. Names are compared by their letters only, so accents and full stops make no difference;
 * initials do.
 */
export function countAuthors(works: readonly Pick<Work, 'names'>[]): Bar<string>[] {
  const names = works.flatMap((work) => [...new Map(work.names.map((name) => [fold(name), name])).values()]);
  const groups = [...Map.groupBy(names, fold).values()];
  return groups
    .flatMap(([name = '', ...others]) => (others.length === 0 ? [] : [{ name, works: others.length + 1 }]))
    .toSorted((a, b) => b.works - a.works || (a.name < b.name ? -1 : 1))
    .slice(0, authorsShown);
}

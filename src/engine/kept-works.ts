import * as z from 'zod';
import type { PrintedLibrary, PrintedWork } from './bibliography/index.ts';
import { digestOf, type ParseStore } from './parse-store.ts';

/** By key: a work's place in the library, and a digest of all that essays can show of it. */
export type WorkDigests = ReadonlyMap<string, { place: number; digest: string }>;

export type Printing = { works: WorkDigests; style: string; locale: string };

/** What was printed before of works that are the same; an order only where the whole library is. */
export type KnownWorks = { works: ReadonlyMap<string, PrintedWork>; order: readonly string[] | null };

type Kept = { library: string; order: readonly string[]; works: ReadonlyMap<string, PrintedWork> };

// The store answers for what it gives back; this is its type alone.
const Kept = z.custom<Kept>((value) => typeof value === 'object' && value !== null && 'works' in value);

export function readKnownWorks(printing: Printing, store: ParseStore): KnownWorks {
  const kept = Kept.safeParse(store.read('works', keyOf(printing)));
  if (!kept.success) return { works: new Map(), order: null };
  const { library, order, works } = kept.data;
  const known = [...printing.works].flatMap(([key, { digest }]) => {
    const work = works.get(digest);
    return work === undefined ? [] : [[key, work] as const];
  });
  return { works: new Map(known), order: library === digestOfLibrary(printing) ? order : null };
}

/** Keeps what was printed of a library, and nothing of works that left it. */
export function keepWorks({ works, order }: PrintedLibrary, printing: Printing, store: ParseStore): void {
  const byDigest = [...works].flatMap(([key, work]) => {
    const digest = printing.works.get(key)?.digest;
    return digest === undefined ? [] : [[digest, work] as const];
  });
  store.keep('works', keyOf(printing), { library: digestOfLibrary(printing), order, works: new Map(byDigest) } satisfies Kept);
}

const keyOf = ({ style, locale }: Printing): string => digestOf(style, locale);

const digestOfLibrary = ({ works }: Printing): string => digestOf([...works.values()]);

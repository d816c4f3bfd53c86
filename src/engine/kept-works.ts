import * as z from 'zod';
import type { PrintedLibrary, PrintedTogether, PrintedWork } from './bibliography/index.ts';
import { digestOf, type ParseStore } from './parse-store.ts';

/** By key: a work's place in the library, and a digest of all that essays can show of it. */
export type WorkDigests = ReadonlyMap<string, { place: number; digest: string }>;

export type Printing = { works: WorkDigests; style: string; locale: string };

/** What was printed before of works that are the same; an order, and works together, only where the whole library is. */
export type KnownWorks = {
  works: ReadonlyMap<string, PrintedWork>;
  order: readonly string[] | null;
  together: PrintedTogether;
};

type Kept = { library: string; order: readonly string[]; works: ReadonlyMap<string, PrintedWork> };

// The store answers for what it gives back; this is its type alone.
const Kept = z.custom<Kept>((value) => typeof value === 'object' && value !== null && 'works' in value);
const KeptTogether = z.custom<PrintedTogether>(
  (value) => typeof value === 'object' && value !== null && 'clusters' in value,
);

export function readKnownWorks(printing: Printing, store: ParseStore): KnownWorks {
  const kept = Kept.safeParse(store.read('works', keyOf(printing)));
  const together = KeptTogether.safeParse(store.read('works-together', keyOfTogether(printing))).data ?? {
    clusters: new Map(),
    lists: new Map(),
  };
  if (!kept.success) return { works: new Map(), order: null, together };
  const { library, order, works } = kept.data;
  const known = [...printing.works].flatMap(([key, { digest }]) => {
    const work = works.get(digest);
    return work === undefined ? [] : [[key, work] as const];
  });
  return { works: new Map(known), order: library === digestOfLibrary(printing) ? order : null, together };
}

/** Keeps what was printed of a library, and nothing of works that left it. */
export function keepWorks({ works, order }: PrintedLibrary, printing: Printing, store: ParseStore): void {
  const byDigest = [...works].flatMap(([key, work]) => {
    const digest = printing.works.get(key)?.digest;
    return digest === undefined ? [] : [[digest, work] as const];
  });
  store.keep('works', keyOf(printing), {
    library: digestOfLibrary(printing),
    order,
    works: new Map(byDigest),
  } satisfies Kept);
}

/** Keeps what works of the library printed together, where there is more of it than was known. */
export function keepTogether(
  together: PrintedTogether,
  { known, printing, store }: { known: KnownWorks; printing: Printing; store: ParseStore },
): void {
  const { clusters, lists } = known.together;
  if (together.clusters.size > clusters.size || together.lists.size > lists.size)
    store.keep('works-together', keyOfTogether(printing), together);
}

const keyOfTogether = (printing: Printing): string => digestOf(keyOf(printing), digestOfLibrary(printing));

const keyOf = ({ style, locale }: Printing): string => digestOf(style, locale);

const digestOfLibrary = ({ works }: Printing): string => digestOf([...works.values()]);

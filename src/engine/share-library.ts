import * as z from 'zod';
import {
  createFormatter,
  createSilentFormatter,
  freeze,
  parseBibliography,
  printLibrary,
  readWrittenEntries,
  type Engines,
  type Formatter,
  type ParsedBibliography,
  type PrintedLibrary,
} from './bibliography/index.ts';
import type { Message } from './model/message.ts';
import type { FormattedWork, ReviewConfig } from './model/review.ts';
import type { Library, Work } from './model/work.ts';
import type { WrittenEntry } from './model/written-entry.ts';
import { digestOf, type ParseStore } from './parse-store.ts';

/** By key: a work's position in the library, and a digest of all that essays can show of it. */
export type WorkDigests = ReadonlyMap<string, { position: number; digest: string }>;

/** What the essays of a review share. */
export type Shared = {
  library: Library;
  /** False where a file of the bibliography could not be read at all. */
  libraryIsWhole: boolean;
  entries: ReadonlyMap<string, WrittenEntry>;
  broken: ReadonlySet<string>;
  formatted: ReadonlyMap<string, FormattedWork>;
  formatter: Formatter;
  works: WorkDigests;
  messages: Message[];
};

export type LibrarySources = {
  bibliography: readonly { path: string; text: string }[];
  libraryIsWhole: boolean;
  /** The name or the XML of the style. */
  style: string;
  locale: ReviewConfig['locale'];
  /** False where nobody will read what works print. */
  prints: boolean;
};

/** Parses the bibliography and formats its works, each unless the store holds it. */
export function shareLibrary(
  { bibliography, libraryIsWhole, style, locale, prints }: LibrarySources,
  { store, engines }: { store: ParseStore; engines: Engines },
): Shared {
  const { library, entries, broken, messages } = readBibliography(bibliography, store);
  const works = new Map(
    [...library.values()].map((work, position) => [work.key, { position, digest: digestOfWork(work) }]),
  );
  const shared = { library, libraryIsWhole, entries, broken, works, messages };
  if (!prints) return { ...shared, formatted: new Map(), formatter: createSilentFormatter() };
  const printing = { library, style, locale, engines };
  const key = digestOf([...works.values()], style, locale);
  const kept = Printed.safeParse(store.read('works', key));
  const printed = kept.success ? kept.data : printLibrary(printing);
  if (!kept.success) store.keep('works', key, printed);
  const formatted = new Map(
    [...library.keys()].flatMap((key) => {
      const work = printed.get(key);
      return work === undefined ? [] : [[key, work] as const];
    }),
  );
  return { ...shared, formatted, formatter: createFormatter({ ...printing, printed }) };
}

const Works = z.custom<Work[]>(Array.isArray);
const Printed = z.custom<PrintedLibrary>((value) => value instanceof Map);

/** A library without a message is kept; one with messages is parsed again, to say them again. */
function readBibliography(files: LibrarySources['bibliography'], store: ParseStore): ParsedBibliography {
  const key = digestOf(files);
  const kept = Works.safeParse(store.read('library', key));
  if (kept.success) {
    const library = new Map(kept.data.map((work) => [work.key, freeze(work)]));
    return { library, entries: readWrittenEntries(files), broken: new Set(), messages: [] };
  }
  const parsed = parseBibliography(files);
  if (parsed.messages.length === 0) store.keep('library', key, [...parsed.library.values()]);
  return parsed;
}

/** Where an entry stands is nothing that an essay shows. */
function digestOfWork({ file: _file, position: _position, ...work }: Work): string {
  return digestOf(work);
}

import * as z from 'zod';
import { createFormatter, createSilentFormatter, freeze, parseBibliography, readWrittenEntries, type Formatter, type ParsedBibliography } from './bibliography/index.ts';
import type { Message } from './model/message.ts';
import type { FormattedWork, ReviewConfig } from './model/review.ts';
import type { Library, Work } from './model/work.ts';
import type { WrittenEntry } from './model/written-entry.ts';
import { digestOf, type ParseStore } from './parse-store.ts';

/** By key: a work's place in the library, and a digest of all that essays can show of it. */
export type WorkDigests = ReadonlyMap<string, { place: number; digest: string }>;

/** What the essays of a review share. */
export type Shared = {
  library: Library;
  /** False where a file of the bibliography could not be read at all. */
  libraryIsWhole: boolean;
  entries: ReadonlyMap<string, WrittenEntry>;
  broken: ReadonlySet<string>;
  formatted: Map<string, FormattedWork>;
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
export function shareLibrary({ bibliography, libraryIsWhole, style, locale, prints }: LibrarySources, store: ParseStore): Shared {
  const { library, entries, broken, messages } = readBibliography(bibliography, store);
  const formatter = prints ? createFormatter({ library, style, locale }) : createSilentFormatter();
  const works = new Map([...library.values()].map((work, place) => [work.key, { place, digest: digestOfWork(work) }]));
  const formatted = prints ? formatLibrary({ formatter, works, key: digestOf(style, locale) }, store) : new Map<string, FormattedWork>();
  return { library, libraryIsWhole, entries, broken, formatted, formatter, works, messages };
}

const Works = z.custom<Work[]>(Array.isArray);

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

const Formatted = z.custom<ReadonlyMap<string, FormattedWork>>((value) => value instanceof Map);

type Formatting = { formatter: Formatter; works: WorkDigests; key: string };

/** Formats the works of which the store holds none that is the same; where they depend on each other, all or none. */
function formatLibrary({ formatter, works, key: style }: Formatting, store: ParseStore): Map<string, FormattedWork> {
  const key = formatter.dependsOnLibrary ? digestOf(style, [...works.values()]) : style;
  const kept = Formatted.safeParse(store.read('works', key)).data ?? new Map<string, FormattedWork>();
  const missing = [...works].filter(([, { digest }]) => !kept.has(digest)).map(([name]) => name);
  const made = formatter.formatWorks(missing);
  const all = [...works].flatMap(([name, { digest }]) => {
    const one = made.get(name) ?? kept.get(digest);
    return one === undefined ? [] : [{ name, digest, one }];
  });
  if (missing.length > 0 || kept.size > all.length) store.keep('works', key, new Map(all.map(({ digest, one }) => [digest, one])));
  return new Map(all.map(({ name, one }) => [name, one]));
}

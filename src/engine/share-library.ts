import * as z from 'zod';
import { createFormatter, freeze, parseBibliography, type Formatter, type ParsedBibliography } from './bibliography/index.ts';
import { keepWorks, readKnownWorks, type WorkDigests } from './kept-works.ts';
import type { Message } from './model/message.ts';
import type { FormattedWork, ReviewConfig } from './model/review.ts';
import type { Library, Work } from './model/work.ts';
import { digestOf, type ParseStore } from './parse-store.ts';

/** What the essays of a review share. */
export type Shared = {
  library: Library;
  broken: ReadonlySet<string>;
  formatted: ReadonlyMap<string, FormattedWork>;
  formatter: Formatter;
  works: WorkDigests;
  messages: Message[];
};

export type LibrarySources = {
  bibliography: readonly { path: string; text: string }[];
  /** The name or the XML of the style. */
  style: string;
  locale: ReviewConfig['locale'];
};

/** Parses the bibliography and formats its works, each unless the store holds it. */
export function shareLibrary({ bibliography, style, locale }: LibrarySources, store: ParseStore): Shared {
  const { library, broken, messages } = readBibliography(bibliography, store);
  const works = new Map([...library.values()].map((work, place) => [work.key, { place, digest: digestOfWork(work) }]));
  const printing = { works, style, locale };
  const known = readKnownWorks(printing, store);
  const formatter = createFormatter({ library, style, locale, known });
  const printed = formatter.printLibrary();
  if (known.order === null) keepWorks(printed, printing, store);
  return { library, broken, formatted: printed.works, formatter, works, messages };
}

const Works = z.custom<Work[]>(Array.isArray);

/** A library without a message is kept; one with messages is parsed again, to say them again. */
function readBibliography(files: LibrarySources['bibliography'], store: ParseStore): ParsedBibliography {
  const key = digestOf(files);
  const kept = Works.safeParse(store.read('library', key));
  if (kept.success) return { library: new Map(kept.data.map((work) => [work.key, freeze(work)])), broken: new Set(), messages: [] };
  const parsed = parseBibliography(files);
  if (parsed.messages.length === 0) store.keep('library', key, [...parsed.library.values()]);
  return parsed;
}

/** Where an entry stands is nothing that an essay shows. */
function digestOfWork({ file: _file, position: _position, ...work }: Work): string {
  return digestOf(work);
}


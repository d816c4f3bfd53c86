import { createFormatter, createSilentFormatter, parseBibliography, type Formatter } from './bibliography/index.ts';
import type { Message } from './model/message.ts';
import type { FormattedWork, ReviewConfig } from './model/review.ts';
import type { Library, Work } from './model/work.ts';
import type { RawEntry } from './model/raw-entry.ts';
import type { ParseSteps } from './parse-review.ts';
import { contentHash } from './content-hash.ts';

/**
 * By key: a work's position in the library, and a hash of everything that essays can show of it in the review's style.
 */
type WorkHashes = ReadonlyMap<string, { position: number; hash: string }>;

/** Data shared by the essays of a review. */
export type Shared = {
  library: Library;
  /** False if a file of the bibliography could not be read. */
  libraryIsWhole: boolean;
  entries: ReadonlyMap<string, RawEntry>;
  broken: ReadonlySet<string>;
  formatted: ReadonlyMap<string, FormattedWork>;
  formatter: Formatter;
  works: WorkHashes;
  messages: Message[];
};

type LibrarySources = {
  bibliography: readonly { path: string; text: string }[];
  libraryIsWhole: boolean;
  /** The name or the XML of the style. */
  style: string;
  locale: ReviewConfig['locale'];
  /** False if the printed form of works is not needed. */
  prints: boolean;
};

/** Parses the bibliography and formats its works, using the steps passed in. */
export function shareLibrary(
  { bibliography, libraryIsWhole, style, locale, prints }: LibrarySources,
  steps: ParseSteps,
): Shared {
  const { library, entries, broken, messages } = parseBibliography(bibliography);
  const works = new Map(
    [...library.values()].map((work, position) => [
      work.key,
      { position, hash: contentHash(shownPartOf(work), style, locale) },
    ]),
  );
  const shared = { library, libraryIsWhole, entries, broken, works, messages };
  if (!prints) return { ...shared, formatted: new Map(), formatter: createSilentFormatter() };
  const printing = { library, style, locale };
  const printed = steps.printLibrary(printing);
  const formatted = new Map(
    [...library.keys()].flatMap((key) => {
      const work = printed.get(key);
      return work === undefined ? [] : [[key, work] as const];
    }),
  );
  return { ...shared, formatted, formatter: createFormatter({ ...printing, printed }) };
}

/** The fields of a work that an essay can show, without the position of its entry. */
function shownPartOf({ file: _file, position: _position, ...work }: Work): unknown {
  return work;
}

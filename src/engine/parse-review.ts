import { checkStyle, printLibrary, type PrintedLibrary, type PrintersOptions } from './bibliography/index.ts';
import { findImageProblems, type KnownImages } from './find-image-problems.ts';
import type { About, Essay, ParsedEssay, ReadEssay } from './model/essay.ts';
import type { Message } from './model/message.ts';
import type { ImageFile } from './model/image.ts';
import { contentFiles, isBibliographyFile } from './model/content-files.ts';
import { answerSlug } from './model/answer.ts';
import { textsOf } from './model/published.ts';
import { stringsOf } from './model/strings/index.ts';
import type { Located, Review, ReviewConfig } from './model/review.ts';
import type { Library } from './model/work.ts';
import { parseAbout, parseEssay, type EssayParser, type EssaySource } from './parse-essay.ts';
import { checkTexts } from './check-texts.ts';
import { linkReferences, type LinkedEssays } from './link-references.ts';
import { createEssayProcessor } from './remark/index.ts';
import { areAllRead, parseContentFiles, type ContentValues } from './parse-located.ts';
import { parseAboutPage, parseEssays, slugAt, type CachedEssay, type ParseContext } from './parse-texts.ts';
import { shareLibrary, type Shared } from './share-library.ts';

/** The text files of the review, by path from the project's root. */
export type Sources = {
  texts: ReadonlyMap<string, string>;
  /** By path: messages about texts that are not UTF-8, and about files and folders that cannot be read. */
  unreadable: ReadonlyMap<string, Message>;
  /** Paths of the files beside essays. */
  files: ReadonlySet<string>;
  /** The binary files beside essays, by path. */
  images: ReadonlyMap<string, ImageFile>;
};

/**
 * The expensive steps of parsing: pure functions, which a command may wrap in a cache.
 *
 * `hash` covers everything that a parsed essay depends on, except the code.
 */
export type ParseSteps = {
  printLibrary: (options: PrintersOptions) => PrintedLibrary;
  parseEssay: (source: EssaySource, parser: EssayParser, hash: string) => ParsedEssay<ReadEssay>;
  parseAbout: (source: EssaySource, parser: EssayParser, hash: string) => ParsedEssay<About>;
};

/** Results of earlier parses, for callers that parse repeatedly. Start with `createParseCache()`. */
export type ParseCache = {
  steps: ParseSteps;
  /** False if the printed form of citations, references and works is not needed: the same messages at lower cost. */
  prints: boolean;
  /** The parsed YAML files of the review, and their texts. */
  files: { texts: string; parsed: ContentValues; messages: Message[] } | null;
  /** The texts that all essays depend on. */
  library: string | null;
  /** By path; the hash is the one in `ParseSteps`. */
  essays: Map<string, CachedEssay>;
  about: { hash: string; parsed: ParsedEssay<About> } | null;
  /** Formulas printed so far. */
  printed: Map<string, string>;
  shared: Shared | null;
  linked: LinkedEssays;
  images: KnownImages;
};

export type ParsedReview = {
  review: Review | null;
  /** The works that could be read, even if the review is broken; null if `review.yaml` is broken. */
  library: Library | null;
  /** `baseUrl` of `review.yaml`; null if that cannot be read. */
  baseUrl: string | null;
  messages: Message[];
};

export const createParseCache = ({
  steps = { printLibrary, parseEssay, parseAbout },
  prints = true,
}: Partial<Pick<ParseCache, 'steps' | 'prints'>> = {}): ParseCache => ({
  steps,
  prints,
  files: null,
  library: null,
  essays: new Map(),
  about: null,
  printed: new Map(),
  shared: null,
  linked: new WeakMap(),
  images: new Map(),
});

/**
 * Parses a review. Files that are unchanged since `cache` was filled are not parsed again. `review` is null if a file
 * that all essays depend on is broken.
 */
export function parseReview(sources: Sources, cache: ParseCache): ParsedReview {
  const { parsed: files, messages: inFiles } = parseFiles(sources, cache);
  const messages = [...sources.unreadable.values(), ...checkTexts(sources), ...inFiles];
  const { config, considerations, forecasts, glossary } = files;
  if (config === null) return { review: null, library: null, baseUrl: null, messages };
  const { baseUrl } = config.value;
  const style = checkStyle(config, sources.texts);
  if (style.length > 0) return { review: null, library: null, baseUrl, messages: [...messages, ...style] };
  const shared = shareWorks(sources, config, cache);
  messages.push(...shared.messages);
  const { locale, embeds } = config.value;
  const strings = stringsOf(locale);
  const options = {
    strings,
    embeds,
    considerations: considerations?.value ?? [],
    forecasts: forecasts?.value ?? [],
    glossary: glossary?.value ?? [],
  };
  const process = createEssayProcessor({ ...shared, ...options, printed: cache.printed });
  const settings = [locale, embeds, options.considerations.map(({ id, question }) => [id, question])];
  const context: ParseContext = {
    shared,
    parser: { process, strings },
    settings,
    named: [...options.forecasts, ...options.glossary],
  };
  const parsed = parseEssays(sources, context, cache);
  const about = parseAboutPage(sources, context, cache);
  messages.push(...[...parsed, about].flatMap((one) => one.messages));
  if (!areAllRead(files)) return { review: null, library: shared.library, baseUrl, messages };
  const read = parsed.flatMap(({ essay }) => (essay === null ? [] : [essay]));
  const { essays: linked, about: aboutPage } = linkReferences(
    { essays: read, about: about.essay },
    { strings, cache: cache.linked },
  );
  const essays = inOrder(linked, config.value.essays);
  const slugs = [...sources.texts.keys(), ...sources.unreadable.keys()].flatMap((path) => slugAt(path) ?? []);
  const { library, libraryIsWhole, entries, broken, formatted } = shared;
  const { texts } = sources;
  return {
    review: {
      ...files,
      hiddenSearches: new Map(),
      library,
      libraryIsWhole,
      entries,
      broken,
      formatted,
      essays,
      slugs,
      about: aboutPage,
      texts,
      files: sources.files,
      imageProblems: findImageProblems(textsOf({ essays, about: aboutPage }), {
        images: sources.images,
        known: cache.images,
      }),
    },
    library,
    baseUrl,
    messages,
  };
}

function parseFiles(sources: Sources, cache: ParseCache): NonNullable<ParseCache['files']> {
  const { texts: all, unreadable } = sources;
  const texts = JSON.stringify(Object.values(contentFiles).map(({ file }) => [all.get(file), unreadable.has(file)]));
  if (cache.files?.texts === texts) return cache.files;
  const messages: Message[] = [];
  cache.files = { texts, parsed: parseContentFiles(sources, messages), messages };
  return cache.files;
}

function shareWorks({ texts, unreadable }: Sources, config: Located<ReviewConfig>, cache: ParseCache): Shared {
  const bibliography = [...texts].filter(([path]) => isBibliographyFile(path)).map(([path, text]) => ({ path, text }));
  const { style: name, locale } = config.value;
  const libraryIsWhole = ![...unreadable.keys()].some(
    (path) => isBibliographyFile(path) || path.startsWith('bibliography'),
  );
  const sources = { bibliography, libraryIsWhole, style: texts.get(name) ?? name, locale, prints: cache.prints };
  const depends = JSON.stringify(sources);
  if (cache.shared !== null && cache.library === depends) return cache.shared;
  cache.shared = shareLibrary(sources, cache.steps);
  cache.library = depends;
  return cache.shared;
}

/** Sorts essays into sequence order: the answer, then the essays as listed in `review.yaml`. */
function inOrder(essays: Essay[], slugs: readonly string[]): Essay[] {
  const listed = [answerSlug, ...slugs];
  const rank = ({ slug }: Essay) => (listed.includes(slug) ? listed.indexOf(slug) : listed.length);
  return essays.toSorted((a, b) => rank(a) - rank(b));
}

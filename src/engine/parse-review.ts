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
import { linkFindings, type LinkedEssays } from './link-findings.ts';
import { createEssayProcessor } from './remark/index.ts';
import { areAllRead, parseContentFiles, type ContentValues } from './parse-located.ts';
import { parseAboutPage, parseEssays, slugAt, type CachedEssay, type ParseContext } from './parse-texts.ts';
import { shareLibrary, type Shared } from './share-library.ts';

/** The review's files as texts, by path from the project's root. */
export type Sources = {
  texts: ReadonlyMap<string, string>;
  /** By path: messages about texts that are not UTF-8, and about files and folders that cannot be read. */
  unreadable: ReadonlyMap<string, Message>;
  /** Paths of the files beside essays. */
  files: ReadonlySet<string>;
  /** The files beside essays that are no texts, by path. */
  images: ReadonlyMap<string, ImageFile>;
};

/**
 * The costly steps of parsing: pure functions, which a command may wrap.
 *
 * `hash` tells all that a parsed essay depends on besides the code.
 */
export type ParseSteps = {
  printLibrary: (options: PrintersOptions) => PrintedLibrary;
  parseEssay: (source: EssaySource, parser: EssayParser, hash: string) => ParsedEssay<ReadEssay>;
  parseAbout: (source: EssaySource, parser: EssayParser, hash: string) => ParsedEssay<About>;
};

/** What was parsed before, for callers that parse repeatedly. Start with `createParseCache()`. */
export type ParseCache = {
  steps: ParseSteps;
  /** False where nobody will read what citations, references and works print: the same messages for a part of the cost. */
  prints: boolean;
  /** The YAML files of the review; `texts` are theirs. */
  files: { texts: string; parsed: ContentValues; messages: Message[] } | null;
  /** The texts that all essays depend on. */
  library: string | null;
  /** By path; the hash is that of `ParseSteps`. */
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
  /** The works that could be read, also where the review is broken; null where `review.yaml` is. */
  library: Library | null;
  /** That of `review.yaml`, where it could be read. */
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

/** Parses everything; parses again only what changed since `cache` was filled. Null where a file that all depend on is broken. */
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
  const { essays: linked, about: aboutPage } = linkFindings(
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

/** The order of the sequence: the answer, then the essays as `review.yaml` lists them. */
function inOrder(essays: Essay[], slugs: readonly string[]): Essay[] {
  const listed = [answerSlug, ...slugs];
  const rank = ({ slug }: Essay) => (listed.includes(slug) ? listed.indexOf(slug) : listed.length);
  return essays.toSorted((a, b) => rank(a) - rank(b));
}

import type * as z from 'zod';
import { checkStyle, printLibrary, type PrintedLibrary, type PrintersOptions } from './bibliography/index.ts';
import { contentHash } from './content-hash.ts';
import type { Essay, ParsedEssay, ReadEssay } from './model/essay.ts';
import { createMessage, type Message } from './model/message.ts';
import { contentFiles, type ContentFile } from './model/content-files.ts';
import { ledgerFile } from './model/posts.ts';
import type { Placed, Review, ReviewConfig } from './model/review.ts';
import type { Library } from './model/work.ts';
import { parseEssay, type EssaySource } from './parse-essay.ts';
import { keysIn } from './remark/citation-syntax/index.ts';
import { createEssayProcessor, type EssayProcessor } from './remark/index.ts';
import { shareLibrary, type Shared } from './share-library.ts';
import { parseYaml } from './yaml/index.ts';

/** The review's files as texts, by path from the project's root. */
export type Sources = {
  texts: ReadonlyMap<string, string>;
  /** Paths of texts that are not UTF-8. */
  undecodable: readonly string[];
  /** Paths of the files beside essays. */
  files: ReadonlySet<string>;
};

/**
 * The costly steps of parsing: pure functions, which a command may wrap.
 *
 * `hash` tells all that a parsed essay depends on besides the code.
 */
export type ParseSteps = {
  printLibrary: (options: PrintersOptions) => PrintedLibrary;
  parseEssay: (source: EssaySource, process: EssayProcessor, hash: string) => ParsedEssay<ReadEssay>;
};

/** What was parsed before, held by whoever parses again and again; start with `createParseCache()`. */
export type ParseCache = {
  steps: ParseSteps;
  /** False where nobody will read what citations, references and works print: the same messages for a part of the cost. */
  prints: boolean;
  /** The texts that all essays depend on. */
  library: string | null;
  /** By path; the hash is that of `ParseSteps`. */
  essays: Map<string, { hash: string; parsed: ParsedEssay }>;
  /** Formulas printed so far. */
  printed: Map<string, string>;
  shared: Shared | null;
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
  steps = { printLibrary, parseEssay },
  prints = true,
}: Partial<Pick<ParseCache, 'steps' | 'prints'>> = {}): ParseCache => ({
  steps,
  prints,
  library: null,
  essays: new Map(),
  printed: new Map(),
  shared: null,
});

const essayPath = /^content\/essays\/([^/]+)\/index\.mdx$/;

/** Parses everything; parses again only what changed since `cache` was filled. Null where a file that all depend on is broken. */
export function parseReview(sources: Sources, cache: ParseCache): ParsedReview {
  const messages = sources.undecodable.map(notUtf8);
  const config = parsePlaced(sources, contentFiles.config, messages);
  const domains = parsePlaced(sources, contentFiles.domains, messages);
  const authors = parsePlaced(sources, contentFiles.authors, messages);
  const remarks = parsePlaced(sources, contentFiles.remarks, messages);
  const posts = parsePlaced(withLedger(sources), contentFiles.posts, messages);
  if (config === null) return { review: null, library: null, baseUrl: null, messages };
  const { baseUrl } = config.value;
  const style = checkStyle(config, sources.texts);
  if (style.length > 0) return { review: null, library: null, baseUrl, messages: [...messages, ...style] };
  const shared = shareWorks(sources, config, cache);
  messages.push(...shared.messages);
  const parsed = parseEssays(sources, shared, cache);
  messages.push(...parsed.flatMap((one) => one.messages));
  if (domains === null || authors === null || remarks === null || posts === null)
    return { review: null, library: shared.library, baseUrl, messages };
  const essays = inOrder(
    parsed.flatMap(({ essay }) => (essay === null ? [] : [essay])),
    config.value.essays,
  );
  const slugs = [...sources.texts.keys(), ...sources.undecodable].flatMap((path) => essayPath.exec(path)?.[1] ?? []);
  const { library, libraryIsWhole, entries, broken, formatted } = shared;
  const { texts, files } = sources;
  return {
    review: {
      config,
      domains,
      authors,
      remarks,
      posts,
      library,
      libraryIsWhole,
      entries,
      broken,
      formatted,
      essays,
      slugs,
      texts,
      files,
    },
    library,
    baseUrl,
    messages,
  };
}

/** Before the first push there is no ledger. */
function withLedger(sources: Sources): Sources {
  return sources.texts.has(ledgerFile) ? sources : { ...sources, texts: new Map([...sources.texts, [ledgerFile, '']]) };
}

const notUtf8 = (file: string): Message =>
  createMessage('not-utf-8', 'Unexpected bytes, expected text in UTF-8; save the file again in that encoding', {
    file,
    position: { line: 1, column: 1, offset: 0 },
  });

function parsePlaced<Schema extends z.ZodType>(
  { texts, undecodable }: Sources,
  { file, schema }: ContentFile<Schema>,
  messages: Message[],
): Placed<z.infer<Schema>> | null {
  if (undecodable.includes(file)) return null;
  const text = texts.get(file);
  if (text === undefined) {
    messages.push(createMessage('missing-file', `Unexpected absence of \`${file}\`, expected the file`, { file }));
    return null;
  }
  const { value, positionOf, messages: found } = parseYaml({ file, text }, schema);
  messages.push(...found);
  return value === null ? null : { file, value, positionOf };
}

function shareWorks({ texts, undecodable }: Sources, config: Placed<ReviewConfig>, cache: ParseCache): Shared {
  const bibliography = [...texts].filter(([path]) => path.endsWith('.bib')).map(([path, text]) => ({ path, text }));
  const { style: name, locale } = config.value;
  const libraryIsWhole = !undecodable.some((path) => path.endsWith('.bib'));
  const sources = { bibliography, libraryIsWhole, style: texts.get(name) ?? name, locale, prints: cache.prints };
  const depends = JSON.stringify(sources);
  if (cache.shared !== null && cache.library === depends) return cache.shared;
  cache.shared = shareLibrary(sources, cache.steps);
  cache.library = depends;
  return cache.shared;
}

function parseEssays({ texts }: Sources, shared: Shared, cache: ParseCache): ParsedEssay[] {
  const process = createEssayProcessor({ ...shared, printed: cache.printed });
  return [...texts].flatMap(([path, text]) => {
    const slug = essayPath.exec(path)?.[1];
    if (slug === undefined) return [];
    const source = { slug, path, text };
    const hash = contentHash(path, text, worksOf(text, shared));
    const before = cache.essays.get(path);
    if (before?.hash === hash) return [before.parsed];
    const { essay, messages } = cache.steps.parseEssay(source, process, hash);
    const parsed = { messages, essay: essay && { ...essay, contentHash: hash } };
    cache.essays.set(path, { hash, parsed });
    return [parsed];
  });
}

/** All that an essay depends on of the library: the works that its text may cite, in their order, and keys that are missing. */
function worksOf(text: string, { library, libraryIsWhole, broken, works }: Shared): unknown {
  const keys = keysIn(text);
  const known = keys.flatMap((key) => works.get(key) ?? []).toSorted((a, b) => a.position - b.position);
  const missing = keys.filter((key) => !library.has(key)).map((key) => [key, broken.has(key)]);
  // What is suggested for a missing key is a key of the library.
  const suggested = missing.length > 0 ? [...library.keys()] : [];
  return [known.map(({ hash }) => hash), missing, suggested, libraryIsWhole && library.size > 0];
}

function inOrder(essays: Essay[], slugs: readonly string[]): Essay[] {
  const rank = ({ slug }: Essay) => (slugs.includes(slug) ? slugs.indexOf(slug) : slugs.length);
  return essays.toSorted((a, b) => rank(a) - rank(b));
}

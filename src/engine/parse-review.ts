import type * as z from 'zod';
import { checkStyle, createEngines, type Engines } from './bibliography/index.ts';
import { digestOfEssay, keepEssay, readKeptEssay } from './kept-essays.ts';
import type { Essay, ParsedEssay } from './model/essay.ts';
import { createMessage, type Message } from './model/message.ts';
import { contentFiles, type ContentFile } from './model/content-files.ts';
import { ledgerFile } from './model/posts.ts';
import type { Placed, Review, ReviewConfig } from './model/review.ts';
import type { Library } from './model/work.ts';
import { parseEssay, type EssaySource } from './parse-essay.ts';
import { digestOf, emptyStore, type ParseStore } from './parse-store.ts';
import { createEssayProcessor } from './remark/index.ts';
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

/** What was parsed before, kept by whoever parses again and again; start with `createParseCache()`. */
export type ParseCache = {
  /** What earlier runs kept. */
  store: ParseStore;
  /** False where nobody will read what citations, references and works print: the same messages for a part of the cost. */
  prints: boolean;
  /** What prints citations and references; costly to make. */
  engines: Engines;
  /** The texts that all essays depend on. */
  library: string | null;
  essays: Map<string, { text: string; parsed: ParsedEssay }>;
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
  store = emptyStore,
  prints = true,
  engines = createEngines(),
}: Partial<Pick<ParseCache, 'store' | 'prints' | 'engines'>> = {}): ParseCache => ({
  store,
  prints,
  engines,
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
  cache.shared = shareLibrary(sources, cache);
  cache.library = depends;
  cache.essays.clear();
  return cache.shared;
}

function parseEssays({ texts }: Sources, shared: Shared, cache: ParseCache): ParsedEssay[] {
  const process = createEssayProcessor({ ...shared, printed: cache.printed });
  const others = [...texts].filter(([path]) => !essayPath.test(path) && !path.endsWith('.bib'));
  const ingredients = { shared: digestOf(others), works: shared.works };
  // Where works are missing of which there are messages already, citations are missing from essays that have none.
  const isWhole = shared.library.size > 0 && shared.libraryIsWhole && shared.broken.size === 0;
  const parse = (source: EssaySource): ParsedEssay => {
    const kept = readKeptEssay(source, ingredients, cache.store);
    const parsed = kept ?? parseEssay(source, process);
    if (kept === null && isWhole && cache.prints) keepEssay(source, parsed, { ingredients, store: cache.store });
    const { essay, messages } = parsed;
    return { messages, essay: essay && { ...essay, madeOf: digestOfEssay(source, essay, ingredients) } };
  };
  return [...texts].flatMap(([path, text]) => {
    const slug = essayPath.exec(path)?.[1];
    if (slug === undefined) return [];
    const before = cache.essays.get(path);
    const parsed = before?.text === text ? before.parsed : parse({ slug, path, text });
    cache.essays.set(path, { text, parsed });
    return [parsed];
  });
}

function inOrder(essays: Essay[], slugs: readonly string[]): Essay[] {
  const rank = ({ slug }: Essay) => (slugs.includes(slug) ? slugs.indexOf(slug) : slugs.length);
  return essays.toSorted((a, b) => rank(a) - rank(b));
}

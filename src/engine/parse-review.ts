import * as z from 'zod';
import { checkStyle, createFormatter, createSilentFormatter, parseBibliography, type Formatter } from './bibliography/index.ts';
import type { Essay, ParsedEssay } from './model/essay.ts';
import { createMessage, type Message } from './model/message.ts';
import { Author, Domain, ReviewConfig, WorkRemark, type FormattedWork, type Placed, type Review } from './model/review.ts';
import type { Library } from './model/work.ts';
import type { WrittenEntry } from './model/written-entry.ts';
import { parseEssay } from './parse-essay.ts';
import { createEssayProcessor } from './remark/index.ts';
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
  /** False where nobody will read what citations, references and works print: the same messages for a part of the cost. */
  prints: boolean;
  /** The texts that all essays depend on. */
  library: string | null;
  essays: Map<string, { text: string; parsed: ParsedEssay }>;
  /** Formulas printed so far. */
  printed: Map<string, string>;
  shared: Shared | null;
};

type Shared = { library: Library; libraryIsWhole: boolean; entries: ReadonlyMap<string, WrittenEntry>; broken: ReadonlySet<string>; formatted: Map<string, FormattedWork>; formatter: Formatter; messages: Message[] };

export type ParsedReview = {
  review: Review | null;
  /** That of `review.yaml`, where it could be read. */
  baseUrl: string | null;
  messages: Message[];
};

export const createParseCache = ({ prints = true } = {}): ParseCache => ({ prints, library: null, essays: new Map(), printed: new Map(), shared: null });

const essayPath = /^content\/essays\/([^/]+)\/index\.mdx$/;

/** Parses everything; parses again only what changed since `cache` was filled. Null where a file that all depend on is broken. */
export function parseReview(sources: Sources, cache: ParseCache): ParsedReview {
  const messages = sources.undecodable.map(notUtf8);
  const config = parsePlaced(sources, 'content/review.yaml', ReviewConfig, messages);
  const domains = parsePlaced(sources, 'content/domains.yaml', z.array(Domain), messages);
  const authors = parsePlaced(sources, 'content/authors.yaml', z.array(Author), messages);
  const remarks = parsePlaced(sources, 'content/works.yaml', z.record(z.string(), WorkRemark), messages);
  if (config === null) return { review: null, baseUrl: null, messages };
  const { baseUrl } = config.value;
  const style = checkStyle(config, sources.texts);
  if (style.length > 0) return { review: null, baseUrl, messages: [...messages, ...style] };
  const shared = shareLibrary(sources, config, cache);
  messages.push(...shared.messages);
  const parsed = parseEssays(sources, shared, cache);
  messages.push(...parsed.flatMap((one) => one.messages));
  if (domains === null || authors === null || remarks === null) return { review: null, baseUrl, messages };
  const essays = inOrder(parsed.flatMap(({ essay }) => (essay === null ? [] : [essay])), config.value.essays);
  const slugs = [...sources.texts.keys(), ...sources.undecodable].flatMap((path) => essayPath.exec(path)?.[1] ?? []);
  const { library, libraryIsWhole, entries, broken, formatted } = shared;
  const { texts, files } = sources;
  return { review: { config, domains, authors, remarks, library, libraryIsWhole, entries, broken, formatted, essays, slugs, texts, files }, baseUrl, messages };
}

function notUtf8(file: string): Message {
  const start = { line: 1, column: 1, offset: 0 };
  return createMessage('not-utf-8', 'Unexpected bytes, expected text in UTF-8; save the file again in that encoding', { file, position: start });
}

function parsePlaced<Schema extends z.ZodType>(
  { texts, undecodable }: Sources,
  file: string,
  schema: Schema,
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

function shareLibrary({ texts, undecodable }: Sources, config: Placed<ReviewConfig>, cache: ParseCache): Shared {
  const bibliography = [...texts].filter(([path]) => path.endsWith('.bib')).map(([path, text]) => ({ path, text }));
  const { style: name, locale } = config.value;
  const style = texts.get(name) ?? name;
  const libraryIsWhole = !undecodable.some((path) => path.endsWith('.bib'));
  const depends = JSON.stringify([bibliography, libraryIsWhole, style, locale]);
  if (cache.shared !== null && cache.library === depends) return cache.shared;
  const { library, entries, broken, messages } = parseBibliography(bibliography);
  const formatter = cache.prints ? createFormatter({ library, style, locale }) : createSilentFormatter();
  const formatted = new Map(cache.prints ? [...library.keys()].map((key) => [key, formatWork(formatter, key)]) : []);
  cache.shared = { library, libraryIsWhole, entries, broken, formatted, formatter, messages };
  cache.library = depends;
  cache.essays.clear();
  return cache.shared;
}

const formatWork = (formatter: Formatter, key: string): FormattedWork => ({
  short: formatter.formatShort(key),
  reference: formatter.formatReference(key),
});

function parseEssays({ texts }: Sources, shared: Shared, cache: ParseCache): ParsedEssay[] {
  const process = createEssayProcessor({ ...shared, printed: cache.printed });
  return [...texts].flatMap(([path, text]) => {
    const slug = essayPath.exec(path)?.[1];
    if (slug === undefined) return [];
    const before = cache.essays.get(path);
    const parsed = before?.text === text ? before.parsed : parseEssay({ slug, path, text }, process);
    cache.essays.set(path, { text, parsed });
    return [parsed];
  });
}

function inOrder(essays: Essay[], slugs: readonly string[]): Essay[] {
  const rank = ({ slug }: Essay) => (slugs.includes(slug) ? slugs.indexOf(slug) : slugs.length);
  return essays.toSorted((a, b) => rank(a) - rank(b));
}

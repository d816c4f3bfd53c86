import { contentHash } from './content-hash.ts';
import { aboutFile } from './model/content-files.ts';
import type { About, ParsedEssay } from './model/essay.ts';
import type { EssayParser, EssaySource } from './parse-essay.ts';
import type { ParseCache, Sources } from './parse-review.ts';
import { keysIn } from './remark/citation-syntax/index.ts';
import type { Shared } from './share-library.ts';

/** The path of an essay, with its slug. */
export const essayPath = /^content\/essays\/([^/]+)\/index\.mdx$/;

/** What every text in the dialect of essays is read with. */
export type Reading = {
  shared: Shared;
  parser: EssayParser;
  /** What of `review.yaml` such texts depend on. */
  settings: readonly unknown[];
};

/** Hash of all that such a text depends on besides the code. */
const hashOf = ({ path, text }: EssaySource, { shared, settings }: Reading): string =>
  contentHash(path, text, settings, worksOf(text, shared));

/** The page about the review; no essay where there is none. */
export function parseAboutPage({ texts }: Sources, reading: Reading, cache: ParseCache): ParsedEssay<About> {
  const text = texts.get(aboutFile);
  if (text === undefined) return { essay: null, messages: [] };
  const source = { slug: 'about', path: aboutFile, text };
  const hash = hashOf(source, reading);
  if (cache.about?.hash !== hash) cache.about = { hash, parsed: cache.steps.parseAbout(source, reading.parser, hash) };
  return cache.about.parsed;
}

/** The essays of a review, those whose hash is the same as before from the cache. */
export function parseEssays({ texts }: Sources, reading: Reading, cache: ParseCache): ParsedEssay[] {
  return [...texts].flatMap(([path, text]) => {
    const slug = essayPath.exec(path)?.[1];
    if (slug === undefined) return [];
    const source = { slug, path, text };
    const hash = hashOf(source, reading);
    const before = cache.essays.get(path);
    if (before?.hash === hash) return [before.parsed];
    const { essay, messages } = cache.steps.parseEssay(source, reading.parser, hash);
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

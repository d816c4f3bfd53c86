import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { checkReview, type CheckOptions } from './checks/check-review.ts';
import { levelOf } from './model/message.ts';
import { parseReview, type ParseCache, type ParsedReview, type Sources } from './parse-review.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const textual = new Set(['.yaml', '.bib', '.mdx', '.csl']);

/** Reads and parses the review in the folder `root`; `cache` saves what did not change since it was filled. */
export function readReview(root: string, cache: ParseCache): ParsedReview {
  return parseReview(readSources(root), cache);
}

/** Reads, parses and checks: with an error among the messages there is no review. */
export function readCheckedReview(root: string, cache: ParseCache, options: CheckOptions): ParsedReview {
  const { review, baseUrl, messages } = readReview(root, cache);
  const all = review === null ? messages : [...messages, ...checkReview(review, options)];
  return { review: all.some((message) => levelOf(message) === 'error') ? null : review, baseUrl, messages: all };
}

/** Reads the texts under `content/` and `bibliography/`, in the order of their paths. */
export function readSources(root: string): Sources {
  const texts = new Map<string, string>();
  const undecodable: string[] = [];
  const files = new Set<string>();
  for (const path of [...listFiles(root, 'bibliography'), ...listFiles(root, 'content')]) {
    files.add(path);
    if (!textual.has(extname(path))) continue;
    const text = decode(readFileSync(join(root, path)));
    if (text === null) undecodable.push(path);
    else texts.set(path, text);
  }
  return { texts, undecodable, files };
}

function listFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return paths.map((path) => path.replaceAll('\\', '/')).toSorted();
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

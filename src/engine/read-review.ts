import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import * as z from 'zod';
import { decodeText } from './decode-text.ts';
import { checkReview, type CheckOptions } from './checks/check-review.ts';
import { createMessage, levelOf, type Message } from './model/message.ts';
import { ReviewConfig } from './model/review.ts';
import { parseReview, type ParseCache, type ParsedReview, type Sources } from './parse-review.ts';
import { parseYaml } from './yaml/index.ts';

const textual = new Set(['.yaml', '.bib', '.mdx', '.csl']);

/** The `baseUrl` of `review.yaml`; null where that cannot be read. */
export function readBaseUrl(root: string): string | null {
  const file = 'content/review.yaml';
  const text = readText(root, file);
  return typeof text !== 'string'
    ? null
    : (parseYaml({ file, text }, z.object({ baseUrl: ReviewConfig.shape.baseUrl })).value?.baseUrl ?? null);
}

/** Reads, parses and checks: with an error among the messages there is no review. */
export function readCheckedReview(root: string, cache: ParseCache, options: CheckOptions): ParsedReview {
  return parseCheckedReview(readSources(root), cache, options);
}

/** The same of texts that have been read. */
export function parseCheckedReview(sources: Sources, cache: ParseCache, options: CheckOptions): ParsedReview {
  const { review, messages, ...rest } = parseReview(sources, cache);
  const all = review === null ? messages : [...messages, ...checkReview(review, options)];
  return { review: all.some((message) => levelOf(message) === 'error') ? null : review, ...rest, messages: all };
}

/** Reads the texts under `content/` and `bibliography/`, in the order of their paths. */
export function readSources(root: string): Sources {
  const texts = new Map<string, string>();
  const unreadable = new Map<string, Message>();
  const files = new Set<string>();
  for (const path of ['bibliography', 'content'].flatMap((folder) => listFiles(root, folder, unreadable))) {
    files.add(path);
    if (!textual.has(extname(path))) continue;
    const text = readText(root, path);
    if (typeof text === 'string') texts.set(path, text);
    else unreadable.set(path, text);
  }
  return { texts, unreadable, files };
}

/** The paths of a folder's files; a folder that cannot be read is named in `unreadable`. */
function listFiles(root: string, folder: string, unreadable: Map<string, Message>): string[] {
  if (!existsSync(join(root, folder))) return [];
  try {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    return paths.map((path) => path.replaceAll('\\', '/')).toSorted();
  } catch (error) {
    const path = error instanceof Error && 'path' in error ? relative(root, String(error.path)) : folder;
    unreadable.set(path, unreadableFile(path, error));
    return [];
  }
}

function readText(root: string, path: string): string | Message {
  try {
    return decodeText(readFileSync(join(root, path)), path);
  } catch (error) {
    return unreadableFile(path, error);
  }
}

const causes = new Map([
  ['EACCES', 'its permissions forbid it'],
  ['EPERM', 'its permissions forbid it'],
  ['ENOENT', 'it points at a file that is not there'],
  ['ELOOP', 'it points at itself'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'it is not a folder'],
]);

function unreadableFile(path: string, error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const cause = causes.get(code) ?? (error instanceof Error ? error.message : String(error));
  const reason = `Invalid file \`${path}\`: expected one that can be read, and ${cause}`;
  return createMessage('unreadable-file', reason, { file: path });
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import * as z from 'zod';
import { checkReview, type CheckOptions } from './checks/check-review.ts';
import type { ImageFile } from './model/image.ts';
import { levelOf } from './model/message.ts';
import { ReviewConfig } from './model/review.ts';
import { parseReview, type ParseCache, type ParsedReview, type Sources } from './parse-review.ts';
import { parseYaml } from './yaml/index.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const textual = new Set(['.yaml', '.bib', '.mdx', '.csl']);

/** The `baseUrl` of `review.yaml`; null where that cannot be read. */
export function readBaseUrl(root: string): string | null {
  const file = join(root, 'content', 'review.yaml');
  const text = existsSync(file) ? decode(readFileSync(file)) : null;
  return text === null
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
  const undecodable: string[] = [];
  const files = new Set<string>();
  const images = new Map<string, ImageFile>();
  for (const path of [...listFiles(root, 'bibliography'), ...listFiles(root, 'content')]) {
    files.add(path);
    if (!textual.has(extname(path))) images.set(path, imageAt(join(root, path)));
    if (!textual.has(extname(path))) continue;
    const text = decode(readFileSync(join(root, path)));
    if (text === null) undecodable.push(path);
    else texts.set(path, text);
  }
  return { texts, undecodable, files, images };
}

function imageAt(file: string): ImageFile {
  const { mtimeMs, size } = statSync(file);
  return { version: `${mtimeMs} ${size}`, read: () => readIfAllowed(file) };
}

function readIfAllowed(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function listFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return paths.map((path) => path.replaceAll('\\', '/')).toSorted();
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

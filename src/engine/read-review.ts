import { existsSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { extname, join } from 'node:path';
import * as z from 'zod';
import { checkReview, type CheckOptions } from './checks/check-review.ts';
import type { ImageFile } from './model/image.ts';
import { isBibliographyFile } from './model/content-files.ts';
import { levelOf } from './model/message.ts';
import { ReviewConfig } from './model/review.ts';
import { parseReview, type ParseCache, type ParsedReview, type Sources } from './parse-review.ts';
import { parseYaml } from './yaml/index.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const textual = new Set(['.yaml', '.mdx', '.csl']);

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
  const listed = ['bibliography', 'content'].map((folder) => listFiles(root, folder));
  for (const path of listed.flatMap((one) => one.files.toSorted())) {
    files.add(path);
    if (!textual.has(extname(path)) && !isBibliographyFile(path)) {
      images.set(path, imageAt(join(root, path)));
      continue;
    }
    const text = decode(readFileSync(join(root, path)));
    if (text === null) undecodable.push(path);
    else texts.set(path, text);
  }
  return { texts, undecodable, dangling: listed.flatMap((one) => one.dangling.toSorted()), files, images };
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

type Listed = { files: string[]; dangling: string[] };

/** Paths of the files in a folder and below, also behind symbolic links; `above` are the folders that it stands in. */
function listFiles(root: string, folder: string, above: readonly string[] = []): Listed {
  const listed: Listed = { files: [], dangling: [] };
  if (!existsSync(join(root, folder))) return listed;
  const inside = [...above, realpathSync(join(root, folder))];
  // Emacs keeps a link to nothing beside a file that is being edited.
  for (const name of readdirSync(join(root, folder)).filter((one) => !one.startsWith('.#'))) {
    const path = `${folder}/${name}`;
    const stats = statsOf(join(root, path));
    const isCircle = stats?.isDirectory() === true && inside.includes(realpathSync(join(root, path)));
    if (stats === null || isCircle) listed.dangling.push(path);
    else if (stats.isFile()) listed.files.push(path);
    else if (stats.isDirectory()) {
      const below = listFiles(root, path, inside);
      listed.files.push(...below.files);
      listed.dangling.push(...below.dangling);
    }
  }
  return listed;
}

/** What a path leads to; null where a symbolic link leads to nothing. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

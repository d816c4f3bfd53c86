import { existsSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { extname, join } from 'node:path';
import * as z from 'zod';
import { decodeText } from './decode-text.ts';
import { checkReview, type CheckOptions } from './checks/check-review.ts';
import type { ImageFile } from './model/image.ts';
import { isBibliographyFile } from './model/content-files.ts';
import { createMessage, isError, type Message } from './model/message.ts';
import { ReviewConfig } from './model/review.ts';
import { parseReview, type ParseCache, type ParsedReview, type Sources } from './parse-review.ts';
import { parseYaml } from './yaml/index.ts';

const textual = new Set(['.csl', '.csv', '.mdx', '.yaml']);

/** Reads the `baseUrl` of `review.yaml`; null if that file cannot be read. */
export function readBaseUrl(root: string): string | null {
  const file = 'content/review.yaml';
  const text = readText(root, file);
  return typeof text !== 'string'
    ? null
    : (parseYaml({ file, text }, z.object({ baseUrl: ReviewConfig.shape.baseUrl })).value?.baseUrl ?? null);
}

/** Reads, parses and checks a review. The review is null if there is an error among the messages. */
export function readCheckedReview(root: string, cache: ParseCache, options: CheckOptions): ParsedReview {
  return parseCheckedReview(readSources(root), cache, options);
}

/** Like `readCheckedReview`, for texts that have been read already. */
export function parseCheckedReview(sources: Sources, cache: ParseCache, options: CheckOptions): ParsedReview {
  const { review, messages, ...rest } = parseReview(sources, cache);
  const all = review === null ? messages : [...messages, ...checkReview(review, options)];
  return { review: all.some(isError) ? null : review, ...rest, messages: all };
}

/** Reads the texts under `content/` and `bibliography/`, sorted by path. */
export function readSources(root: string): Sources {
  const texts = new Map<string, string>();
  const unreadable = new Map<string, Message>();
  const files = new Set<string>();
  const images = new Map<string, ImageFile>();
  for (const path of ['bibliography', 'content'].flatMap((folder) =>
    listFiles(root, { folder, unreadable }).toSorted(),
  )) {
    files.add(path);
    if (!textual.has(extname(path)) && !isBibliographyFile(path)) {
      images.set(path, imageAt(join(root, path)));
      continue;
    }
    const text = readText(root, path);
    if (typeof text === 'string') texts.set(path, text);
    else unreadable.set(path, text);
  }
  return { texts, unreadable, files, images };
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

type Folder = {
  folder: string;
  /** Receives a message about each file and folder that cannot be read. */
  unreadable: Map<string, Message>;
  /** The real paths of the parent folders. */
  above?: readonly string[];
};

/** Lists the files in a folder, recursively, and follows symbolic links. */
function listFiles(root: string, { folder, unreadable, above = [] }: Folder): string[] {
  if (!existsSync(join(root, folder))) return [];
  const inside = [...above, realpathSync(join(root, folder))];
  return readNames(root, folder, unreadable).flatMap((name): string[] => {
    const path = `${folder}/${name}`;
    const stats = statsOf(root, path, unreadable);
    if (stats === null) return [];
    if (!stats.isDirectory()) return stats.isFile() ? [path] : [];
    if (!inside.includes(realpathSync(join(root, path))))
      return listFiles(root, { folder: path, unreadable, above: inside });
    unreadable.set(path, unreadableFile(path, 'ELOOP'));
    return [];
  });
}

function readNames(root: string, folder: string, unreadable: Map<string, Message>): string[] {
  try {
    // Emacs creates a dangling symbolic link beside a file that is being edited.
    return readdirSync(join(root, folder)).filter((name) => !name.startsWith('.#'));
  } catch (error) {
    unreadable.set(folder, unreadableFile(folder, error));
    return [];
  }
}

function statsOf(root: string, path: string, unreadable: Map<string, Message>): Stats | null {
  try {
    return statSync(join(root, path));
  } catch (error) {
    unreadable.set(path, unreadableFile(path, error));
    return null;
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
  ['ELOOP', 'it points at itself or at a folder around it'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'it is not a folder'],
]);

function unreadableFile(path: string, error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const cause = causes.get(code) ?? (error instanceof Error ? error.message : String(error));
  const reason = `Invalid file \`${path}\`: expected one that can be read, and ${cause}`;
  return createMessage('unreadable-file', reason, { file: path });
}

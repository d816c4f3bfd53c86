import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReview } from '../src/engine/checks/check-review.ts';
import { answerFile } from '../src/engine/model/answer.ts';
import { aboutFile } from '../src/engine/model/content-files.ts';
import { decodeText } from '../src/engine/decode-text.ts';
import type { Message } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { supportPath } from '../src/engine/model/support.ts';
import { verifiedFile } from '../src/engine/model/verified.ts';
import { createParseCache, parseReview, type Sources } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';

/** The day on which all fixtures are checked. */
const today = '2026-11-24';

export const fixtures = join(import.meta.dirname, 'fixtures');

/** Returns the path of a fixture's file in the small review that all fixtures share. */
function pathOf(name: string): string {
  if (name.endsWith('.bib')) return 'bibliography/works.bib';
  if (name === 'input.mdx') return 'content/essays/essay/index.mdx';
  if (name === 'about.mdx') return aboutFile;
  if (name === 'answer.mdx') return answerFile;
  // An essay with the slug of the answer, which is an error.
  if (name === 'essay-named-answer.mdx') return 'content/essays/answer/index.mdx';
  if (name === 'support.yaml') return supportPath('essay');
  if (name === 'verified.yaml') return verifiedFile;
  if (isImage(name) || /\.(?:chart\.yaml|csv)$/.test(name)) return `content/essays/essay/${name}`;
  return name.endsWith('.mdx') ? `content/essays/${name.replace('.mdx', '')}/index.mdx` : `content/${name}`;
}

const outputs = new Set([
  'messages.txt',
  'absent.txt',
  'site.html',
  'post.md',
  'post.html',
  'post.txt',
  'preprint.tex',
]);

/** Returns the sources of `fixtures/base`, with the files of a fixture instead of its own. */
export function readFixture(folder: string): Sources {
  const base = readSources(join(fixtures, 'base'));
  const texts = new Map(base.texts);
  const files = new Set(base.files);
  const images = new Map(base.images);
  const unreadable = new Map<string, Message>();
  for (const name of inputsIn(folder)) {
    const path = pathOf(name);
    const read = (): Buffer => readFileSync(join(folder, name));
    files.add(path);
    if (isImage(name)) {
      images.set(path, { version: name, read });
      continue;
    }
    const text = decodeText(read(), path);
    if (typeof text === 'string') texts.set(path, withFrontmatter(text, path, base));
    else {
      texts.delete(path);
      unreadable.set(path, text);
    }
  }
  for (const path of absentIn(folder)) texts.delete(path);
  return { texts, files, images, unreadable };
}

const isImage = (name: string): boolean => /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/.test(name);

/** Returns the names of a fixture's inputs. A folder that does not exist has none. */
const inputsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !outputs.has(name)) : [];

/** Returns the files of the base that a fixture removes, one per line. */
function absentIn(folder: string): string[] {
  const list = join(folder, 'absent.txt');
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
}

/** Adds the base's frontmatter to a fixture that has none. */
function withFrontmatter(text: string, path: string, base: Sources): string {
  if (!path.endsWith('.mdx') || text.startsWith('---') || text.startsWith('no frontmatter')) return text;
  const [, frontmatter] = base.texts.get('content/essays/essay/index.mdx')?.split('---\n') ?? [];
  return `---\n${frontmatter}---\n\n${text}`;
}

/** Parses and checks the review of a fixture. Returns all messages about it. */
export function parseFixture(
  folder: string,
  cache = createParseCache(),
): { review: Review | null; messages: Message[] } {
  const { review, messages } = parseReview(readFixture(folder), cache);
  return {
    review,
    messages: review === null ? messages : [...messages, ...checkReview(review, { least: 'hint', today })],
  };
}

export const casesOf = (folder: string): string[] => readdirSync(join(fixtures, folder)).toSorted();

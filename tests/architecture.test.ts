import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = dirname(import.meta.dirname);

/** A room's rank, and the rooms of the same rank that it may import. The first pattern that fits a path names its room. */
const rooms: readonly { name: string; pattern: RegExp; rank: number; friends?: readonly string[] }[] = [
  { name: 'model', pattern: /^src\/engine\/model\//, rank: 0 },
  { name: 'yaml', pattern: /^src\/engine\/yaml\//, rank: 1 },
  { name: 'images', pattern: /^src\/engine\/images\//, rank: 1 },
  { name: 'bibliography', pattern: /^src\/engine\/bibliography\//, rank: 1 },
  { name: 'remark', pattern: /^src\/engine\/remark\//, rank: 2 },
  { name: 'render/site', pattern: /^src\/engine\/render\/site\//, rank: 3 },
  { name: 'render/forum', pattern: /^src\/engine\/render\/forum\//, rank: 3 },
  { name: 'render/text', pattern: /^src\/engine\/render\/text\//, rank: 3 },
  { name: 'checks', pattern: /^src\/engine\/checks\//, rank: 3 },
  { name: 'engine', pattern: /^src\/engine\/[^/]+\.ts$/, rank: 4 },
  { name: 'vite', pattern: /^src\/vite\//, rank: 5, friends: ['forum-model', 'post-images'] },
  { name: 'post-images', pattern: /^src\/post-images\//, rank: 5 },
  { name: 'forum-model', pattern: /^src\/forum-model\//, rank: 5 },
  { name: 'components', pattern: /^src\/(?:components|styles)\//, rank: 5 },
  { name: 'build', pattern: /^src\/build\//, rank: 5, friends: ['vite', 'forum-model', 'post-images'] },
  { name: 'remote', pattern: /^src\/remote\//, rank: 5, friends: ['forum-model'] },
  { name: 'layouts', pattern: /^src\/layouts\//, rank: 6 },
  { name: 'scripts', pattern: /^scripts\//, rank: 6 },
  { name: 'preview', pattern: /^src\/preview\//, rank: 7 },
  { name: 'pages', pattern: /^src\/pages\//, rank: 7 },
];

/** Ranks 1 to 3 of the engine know only what is below them in the book: what each may import of lower ranks. */
const highestImport: Readonly<Record<string, number>> = {
  'render/site': 1,
  'render/forum': 1,
  'render/text': 1,
  checks: 1,
};

const source = /\.(?:ts|astro|mdx|mjs)$/;
const importOf = /(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;

const files = [...listFiles('src'), ...listFiles('scripts')];

function listFiles(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return paths.filter((path) => source.test(path) && !path.endsWith('.d.ts'));
}

const roomOf = (path: string) => rooms.find(({ pattern }) => pattern.test(path));

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const found = [...text.matchAll(importOf)].map((match) => match[1] ?? '');
  const relatives = found
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(root, join(root, dirname(path), name)));
  return relatives.filter((name) => source.test(name) && existsSync(join(root, name)));
}

function isAllowed(from: string, to: string): boolean {
  const a = roomOf(from);
  const b = roomOf(to);
  if (a === undefined || b === undefined) return false;
  if (a.name === b.name || a.friends?.includes(b.name)) return true;
  return b.rank < a.rank && b.rank <= (highestImport[a.name] ?? Infinity);
}

describe('the architecture', () => {
  it('gives every source file a room', () => {
    expect(files.filter((path) => roomOf(path) === undefined && path !== 'src/env.d.ts')).toEqual([]);
  });

  it('lets imports point downwards only', () => {
    const wrong = files.flatMap((from) =>
      importsOf(from)
        .filter((to) => !isAllowed(from, to))
        .map((to) => `${from} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps Astro, the console, the process, the network and the clock out of the engine', () => {
    const forbidden = /astro:|console\.|process\.|fetch\(|Date\.now|new Date\(\)/;
    const engine = files.filter((path) => path.startsWith('src/engine/'));
    expect(engine.length).toBeGreaterThan(20);
    expect(engine.filter((path) => forbidden.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('lets one file of the engine read the disk, and one room use citation-js', () => {
    const engine = files.filter((path) => path.startsWith('src/engine/'));
    const uses = (name: RegExp) => engine.filter((path) => name.test(readFileSync(join(root, path), 'utf8')));
    expect(uses(/from 'node:fs'/)).toEqual(['src/engine/read-review.ts']);
    expect(uses(/@citation-js|from 'citeproc'/).filter((path) => !path.startsWith('src/engine/bibliography/'))).toEqual(
      [],
    );
  });

  it('keeps the types closed: no any, no casts, no ignored errors in the engine', () => {
    const escape = /\bas (?!const\b)[A-Za-z]|: any\b|<any>|@ts-(?:ignore|expect-error)|[\w)\]]!\./;
    const engine = files.filter((path) => path.startsWith('src/engine/'));
    const lines = engine.flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .map((line) => `${path}: ${line.trim()}`),
    );
    const code = lines.filter((line) => !/: (?:\/\/|\/?\*|import\b|export\b.*\bfrom\b)/.test(line));
    expect(code.filter((line) => escape.test(line.replace(/(['"`]).*?\1/g, '')))).toEqual([]);
  });

  it('keeps files within 200 lines, and gives each a telling name', () => {
    const long = files.filter(
      // A language is one file: it is a list and no code.
      (path) =>
        path.endsWith('.ts') &&
        !path.startsWith('src/engine/model/strings/') &&
        readFileSync(join(root, path), 'utf8').split('\n').length > 201,
    );
    expect(long).toEqual([]);
    expect(
      files.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc|constants|types)(?:\/|\.)/.test(path)),
    ).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.ts';

const root = dirname(import.meta.dirname);

type Layer = {
  name: string;
  /** Matches the paths of the layer. The first matching layer applies. */
  pattern: RegExp;
  rank: number;
  /** The highest rank that the layer may import. By default it is one below its own. */
  highestImport?: number;
  /** Layers of the same rank that the layer may import. */
  peers?: readonly string[];
};

const layers: readonly Layer[] = [
  { name: 'model', pattern: /^src\/engine\/model\//, rank: 0 },
  { name: 'yaml', pattern: /^src\/engine\/yaml\//, rank: 1 },
  { name: 'images', pattern: /^src\/engine\/images\//, rank: 1 },
  { name: 'charts', pattern: /^src\/engine\/charts\//, rank: 2 },
  { name: 'bibliography', pattern: /^src\/engine\/bibliography\//, rank: 1 },
  { name: 'remark', pattern: /^src\/engine\/remark\//, rank: 2 },
  { name: 'render/site', pattern: /^src\/engine\/render\/site\//, rank: 3, highestImport: 1 },
  { name: 'render/forum', pattern: /^src\/engine\/render\/forum\//, rank: 3, highestImport: 1 },
  { name: 'render/text', pattern: /^src\/engine\/render\/text\//, rank: 3, highestImport: 1 },
  { name: 'render/preprint', pattern: /^src\/engine\/render\/preprint\//, rank: 3, highestImport: 1 },
  { name: 'checks', pattern: /^src\/engine\/checks\//, rank: 3, highestImport: 1 },
  { name: 'engine', pattern: /^src\/engine\/[^/]+\.ts$/, rank: 4 },
  { name: 'vite', pattern: /^src\/vite\//, rank: 5, peers: ['forum-model', 'post-images', 'drawings'] },
  { name: 'drawings', pattern: /^src\/charts\//, rank: 5 },
  { name: 'post-images', pattern: /^src\/post-images\//, rank: 5 },
  { name: 'forum-model', pattern: /^src\/forum-model\//, rank: 5 },
  { name: 'components', pattern: /^src\/(?:components|styles)\//, rank: 5, peers: ['drawings'] },
  { name: 'build', pattern: /^src\/build\//, rank: 5, peers: ['vite', 'forum-model', 'post-images', 'drawings'] },
  { name: 'remote', pattern: /^src\/remote\//, rank: 5, peers: ['forum-model'] },
  { name: 'layouts', pattern: /^src\/layouts\//, rank: 6 },
  { name: 'scripts', pattern: /^scripts\//, rank: 7, peers: ['preview'] },
  { name: 'preview', pattern: /^src\/preview\//, rank: 7 },
  { name: 'pages', pattern: /^src\/pages\//, rank: 7 },
];

const source = /\.(?:ts|astro|mdx|mjs)$/;
const files = ['src', 'scripts'].flatMap(listFiles);

function listFiles(folder: string): string[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return paths.map((path) => join(folder, path)).filter((path) => source.test(path) && !path.endsWith('.d.ts'));
}

const layerOf = (path: string): Layer | undefined => layers.find(({ pattern }) => pattern.test(path));

/** Returns the project's source files that a file imports. */
function projectImportsOf(path: string): string[] {
  const names = importsOf(path, readFileSync(join(root, path), 'utf8'));
  const paths = names
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(root, join(root, dirname(path), name)));
  return paths.filter((name) => source.test(name) && existsSync(join(root, name)));
}

function isAllowed(from: Layer | undefined, to: Layer | undefined): boolean {
  if (from === undefined || to === undefined) return false;
  if (from.name === to.name || from.peers?.includes(to.name)) return true;
  return to.rank < from.rank && to.rank <= (from.highestImport ?? from.rank);
}

describe('the architecture', () => {
  it('has a layer for every source file, and no vague file names', () => {
    expect(files.filter((path) => layerOf(path) === undefined)).toEqual([]);
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|constants|types)(?:\/|\.)/;
    expect(files.filter((path) => vague.test(path))).toEqual([]);
  });

  it('allows imports only within a layer, of lower layers and of listed peers', () => {
    const imports = files.flatMap((from) => projectImportsOf(from).map((to) => ({ from, to })));
    expect(imports.length).toBeGreaterThan(files.length);
    const wrong = imports.filter(({ from, to }) => !isAllowed(layerOf(from), layerOf(to)));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

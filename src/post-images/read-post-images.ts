import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Essay } from '../engine/model/essay.ts';
import { digestOf, type ParseStore } from '../engine/parse-store.ts';
import { drawSvg, type Drawn } from './draw-svg.ts';

/** A picture as posts show it; `problems` are sentences about what could not be drawn as it is written. */
export type PostImage = {
  /**
   * Its address on the site without the base path, with a hash of its bytes: `/essays/x/loss.0123456789ab.png`. The forum
   * mirrors a picture by its address and never looks again.
   */
  path: string;
  bytes: Uint8Array;
  problems: string[];
};

/** By path of the source from the project's root. */
export type PostImages = ReadonlyMap<string, PostImage>;

export type ReadOptions = {
  /** The project's root. */
  root: string;
  /** Keeps drawings: one that did not change is not drawn again. */
  store: ParseStore;
};

/** The pictures of essays as posts show them: SVG as PNG of twice the width, others as they are. */
export function readPostImages(essays: readonly Pick<Essay, 'path' | 'images'>[], options: ReadOptions): PostImages {
  const sources = essays.flatMap(({ path, images }) => images.map((src) => posix.join(dirname(path), src)));
  return new Map([...new Set(sources)].map((source) => [source, readPostImage(source, options)]));
}

/** Addresses of pictures, as `ForumContext` takes them. */
export const pathsOf = (images: PostImages): ReadonlyMap<string, string> =>
  new Map([...images].map(([source, { path }]) => [source, path]));

function readPostImage(source: string, { root, store }: ReadOptions): PostImage {
  const bytes = readFileSync(join(root, source));
  const { name, dir, ext } = posix.parse(source);
  const { png, problems } = ext === '.svg' ? drawOnce(source, bytes, store) : { png: bytes, problems: [] };
  const hash = createHash('sha256').update(png).digest('hex').slice(0, 12);
  const path = `/${dir.replace(/^content\//, '')}/${name}.${hash}${ext === '.svg' ? '.png' : ext}`;
  return { path, bytes: png, problems };
}

function drawOnce(source: string, bytes: Uint8Array, store: ParseStore): Drawn {
  const name = `figures/${digestOf(source)}`;
  const key = createHash('sha256').update(bytes).digest('hex');
  const known = store.read(name, key);
  if (isDrawn(known)) return known;
  const drawn = drawSvg(new TextDecoder().decode(bytes));
  store.keep(name, key, drawn);
  return drawn;
}

const isDrawn = (value: unknown): value is Drawn =>
  typeof value === 'object' && value !== null && 'png' in value && 'problems' in value;

import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { sha256 } from '../engine/content-hash.ts';
import type { Essay } from '../engine/model/essay.ts';
import type { Drawn } from './draw-svg.ts';

/** A picture as posts show it; `problems` are sentences about what could not be drawn as it is written. */
type PostImage = {
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

/** Draws the text of an SVG: `drawSvg`, which a command may wrap. */
export type Draw = (svg: string) => Drawn;

export type ReadOptions = {
  /** The project's root. */
  root: string;
  draw: Draw;
};

/** The pictures of essays as posts show them: SVG as PNG of twice the width, others as they are. */
export function readPostImages(essays: readonly Pick<Essay, 'path' | 'images'>[], options: ReadOptions): PostImages {
  const sources = essays.flatMap(({ path, images }) => images.map((src) => posix.join(dirname(path), src)));
  return new Map([...new Set(sources)].map((source) => [source, readPostImage(source, options)]));
}

/** Addresses of pictures, as `ForumContext` takes them. */
export const pathsOf = (images: PostImages): ReadonlyMap<string, string> =>
  new Map([...images].map(([source, { path }]) => [source, path]));

function readPostImage(source: string, { root, draw }: ReadOptions): PostImage {
  const bytes = readFileSync(join(root, source));
  const { name, dir, ext } = posix.parse(source);
  const { png, problems } = ext === '.svg' ? draw(new TextDecoder().decode(bytes)) : { png: bytes, problems: [] };
  const hash = sha256(png).slice(0, 12);
  const path = `/${dir.replace(/^content\//, '')}/${name}.${hash}${ext === '.svg' ? '.png' : ext}`;
  return { path, bytes: png, problems };
}

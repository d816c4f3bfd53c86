import subsetFont from 'subset-font';
import { sha256 } from '../../engine/content-hash.ts';
import type { Cache } from '../cache.ts';

/** Kerning, ligatures and accents, and the figures of text and of tables: what the site's styles ask for. */
const features = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'onum', 'lnum', 'tnum'];

/** A font (WOFF2) with the glyphs of `characters` alone, from the cache where it is known. The same bytes every time. */
export async function subsetOf(font: Uint8Array, characters: string, cache: Cache): Promise<Uint8Array> {
  const key = ['fonts', sha256(font), characters, features] as const;
  const known = cache.read(key);
  if (known instanceof Uint8Array) return known;
  const subset = await subsetFont(Buffer.from(font), characters, { targetFormat: 'woff2', keepFeatures: features });
  cache.write(key, new Uint8Array(subset));
  return subset;
}

import { strToU8, zipSync } from 'fflate';
import { sha256 } from '../engine/content-hash.ts';

/** A post in the bundle: its files by name, and its entry in the manifest. */
type Bundled = {
  slug: string;
  title: string;
  canonical: string;
  updated: string;
  files: Readonly<Record<string, string>>;
};

/** The earliest time of the zip format, so that the bytes do not depend on the date or the time zone. */
const mtime = new Date(1980, 0, 1);

/** Bundles all posts as a `.zip` with a `manifest.json`. The same posts give the same bytes. */
export function bundlePosts(posts: readonly Bundled[]): Uint8Array {
  const sorted = posts.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const manifest = `${JSON.stringify({ posts: sorted.map(describe) }, null, 2)}\n`;
  const files = [['manifest.json', manifest] as const, ...sorted.flatMap(({ files }) => Object.entries(files))];
  return zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])), { mtime, level: 9 });
}

function describe({ slug, title, canonical, updated, files }: Bundled) {
  const digests = Object.entries(files).map(([name, text]) => ({ name, sha256: sha256(text) }));
  return { slug, title, canonical, updated, digest: sha256(JSON.stringify(digests)), files: digests };
}

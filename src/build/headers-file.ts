import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svgPolicy } from '../vite/svg-policy.ts';

/**
 * Writes `_headers`, which Netlify and Cloudflare Pages read: the policy of every SVG of a site.
 *
 * Cloudflare matches `/*.svg` and reads no more than 100 rules; for hosts where `*` ends a path, each file has one too.
 * `base` is the path under which the site is served, with a slash at both ends.
 */
export function writeHeadersFile(site: string, base: string): void {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => /\.svg$/i.test(path));
  const paths = files.map((path) => base + encodeURI(path.replaceAll('\\', '/'))).toSorted();
  const rules = ['/*.svg', ...paths].map((path) => `${path}\n  Content-Security-Policy: ${svgPolicy}\n`);
  writeFileSync(join(site, '_headers'), rules.join(''), { flag: 'a' });
}

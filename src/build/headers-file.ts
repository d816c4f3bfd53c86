import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svgPolicy } from '../vite/svg-policy.ts';

/** A rule of `_headers`: the headers of paths that fit a pattern. */
type Rule = { path: string; headers: readonly string[] };

/** Files whose names hold a hash of their content never change. */
const immutable = 'Cache-Control: public, max-age=31536000, immutable';

const policyOf = (policy: string): string => `Content-Security-Policy: ${policy}`;

/**
 * Writes `_headers`, which Netlify and Cloudflare Pages read: the policy of pages, that of every SVG, and how long
 * browsers hold files. `base` is the path under which the site is served, with a slash at both ends.
 *
 * Where several rules fit a path, Netlify sends the header of the last one; Cloudflare joins them unless a line with `!`
 * drops what was there before. Cloudflare matches `/*.svg` and reads no more than 100 rules; at Netlify `*` ends a path,
 * so each file has a rule too.
 */
export function writeHeadersFile(site: string, { base, policy }: { base: string; policy: string }): void {
  const svgs = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => /\.svg$/i.test(path));
  const paths = svgs.map((path) => base + encodeURI(path.replaceAll('\\', '/'))).toSorted();
  const rules: Rule[] = [
    { path: '/*', headers: [policyOf(policy), 'X-Content-Type-Options: nosniff'] },
    ...['_astro', 'pagefind/fragment', 'pagefind/index'].map((folder) => ({
      path: `${base}${folder}/*`,
      headers: [immutable],
    })),
    { path: '/*.svg', headers: ['! Content-Security-Policy', policyOf(svgPolicy)] },
    ...paths.map((path) => ({ path, headers: [policyOf(svgPolicy)] })),
  ];
  writeFileSync(join(site, '_headers'), rules.map(formatRule).join(''), { flag: 'a' });
}

const formatRule = ({ path, headers }: Rule): string => `${path}\n${headers.map((line) => `  ${line}\n`).join('')}`;

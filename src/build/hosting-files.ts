import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svgPolicy } from '../vite/svg-policy.ts';

/** The path under which a site is served, with a slash at both ends, and the `Content-Security-Policy` of its pages. */
type Hosting = { base: string; policy: string };

/** Folders in which each file's name contains a hash of its content, so that no file ever changes. */
const hashed = ['_astro', 'pagefind/fragment', 'pagefind/index'];
const forever = 'public, max-age=31536000, immutable';

/** Writes the hosting configuration of a site: `_headers`, and parts of server configurations in `_hosting/`. */
export function writeHostingFiles(site: string, hosting: Hosting): void {
  const svgs = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => /\.svg$/i.test(path));
  const paths = svgs.map((path) => hosting.base + encodeURI(path.replaceAll('\\', '/'))).toSorted();
  // Append, because a project may have its own `public/_headers`.
  writeFileSync(join(site, '_headers'), formatHeaders(hosting, paths), { flag: 'a' });
  mkdirSync(join(site, '_hosting'), { recursive: true });
  writeFileSync(join(site, '_hosting', 'Caddyfile'), formatCaddyfile(hosting));
  writeFileSync(join(site, '_hosting', 'nginx.conf'), formatNginx(hosting));
}

/**
 * Formats `_headers`, which Netlify and Cloudflare Pages read.
 *
 * If several rules match a path, Netlify sends the header of the last one. Cloudflare joins them, unless a line with
 * `!` removes the earlier ones. Cloudflare matches `/*.svg` and reads at most 100 rules. At Netlify `*` only works at
 * the end of a path, so each file also has its own rule.
 */
function formatHeaders({ base, policy }: Hosting, svgs: readonly string[]): string {
  const ofSvg = `Content-Security-Policy: ${svgPolicy}`;
  const rules: readonly [path: string, ...lines: string[]][] = [
    ['/*', `Content-Security-Policy: ${policy}`, 'X-Content-Type-Options: nosniff'],
    ...hashed.map((folder): [string, string] => [`${base}${folder}/*`, `Cache-Control: ${forever}`]),
    ['/*.svg', '! Content-Security-Policy', ofSvg],
    ...svgs.map((path): [string, string] => [path, ofSvg]),
  ];
  return rules.map(([path, ...lines]) => [path, ...lines.map((line) => `  ${line}`), ''].join('\n')).join('');
}

/**
 * For `import` in the block of a site. Caddy orders directives by their matchers, so no two here match the same file.
 */
const formatCaddyfile = ({ base, policy }: Hosting): string => `encode zstd gzip
header X-Content-Type-Options nosniff

@svg path *.svg
header @svg Content-Security-Policy "${svgPolicy}"
@notSvg not path *.svg
header @notSvg Content-Security-Policy "${policy}"

@hashed path ${hashed.map((folder) => `${base}${folder}/*`).join(' ')}
header @hashed Cache-Control "${forever}"
@notHashed not path ${hashed.map((folder) => `${base}${folder}/*`).join(' ')}
header @notHashed Cache-Control no-cache

handle_errors {
	rewrite * ${base}404.html
	file_server
}
`;

/** For `include` in a `server` block. A location that sets a header inherits none from the surrounding block. */
const formatNginx = ({ base, policy }: Hosting): string => `charset utf-8;
gzip on;
gzip_types text/css text/javascript application/javascript application/json application/xml image/svg+xml;
gzip_vary on;
error_page 404 ${base}404.html;

add_header Content-Security-Policy "${policy}" always;
add_header X-Content-Type-Options nosniff always;
add_header Cache-Control no-cache;

location ~ \\.svg$ {
  add_header Content-Security-Policy "${svgPolicy}" always;
  add_header X-Content-Type-Options nosniff always;
  add_header Cache-Control no-cache;
}

location ~ ^${base}(${hashed.join('|')})/ {
  add_header Content-Security-Policy "${policy}" always;
  add_header X-Content-Type-Options nosniff always;
  add_header Cache-Control "${forever}";
}
`;

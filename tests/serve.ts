import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Serves a built site under its base path, as GitHub Pages does; resolves to its address. */
export async function serve(dist: string, base: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = join(dist, decodeURIComponent(pathname.slice(base.length)));
    const file = existsSync(inside) && statSync(inside).isDirectory() ? join(inside, 'index.html') : inside;
    const found = pathname.startsWith(base) && existsSync(file);
    response.writeHead(found ? 200 : 404, {
      'content-type': types[extname(found ? file : '404.html')] ?? 'application/octet-stream',
    });
    response.end(readFileSync(found ? file : join(dist, '404.html')));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port. Look whether another program forbids it.');
  return { url: `http://localhost:${address.port}${base}`, server };
}

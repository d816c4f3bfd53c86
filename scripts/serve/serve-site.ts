import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import { SetupError } from '../../src/build/setup-error.ts';
import { parseHeaders } from './parse-headers.ts';

type SiteServer = { url: string; server: Server };

type ServeOptions = {
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** A free port by default. */
  port?: number;
};

const isText = /^(?:text\/|image\/svg|application\/(?:json|xml|rss|atom|manifest|javascript))/;

/**
 * Serves a built site as a host does: under its base path, compressed, with the headers of its `_headers`, with
 * trailing slashes in addresses of pages, and with `404.html` for unknown addresses.
 */
export async function serveSite(dist: string, { base, port = 0 }: ServeOptions): Promise<SiteServer> {
  const headersOf = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
  const server = createServer((request, response) => {
    const path = pathOf(request);
    const file = fileOf(path, { dist, base });
    if (file !== null && !path.endsWith('/') && file.endsWith('/index.html'))
      return void response.writeHead(301, { location: `${path}/` }).end();
    answer(request, response, {
      file: file ?? join(dist, '404.html'),
      headers: headersOf(path),
      isFound: file !== null,
    });
  });
  server.listen(port);
  await once(server, 'listening').catch((error: unknown) => {
    throw new SetupError(`Port ${port} cannot be used. Set PORT to the number of another one.`, { cause: error });
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port. Look whether another program forbids it.');
  return { url: `http://localhost:${address.port}${base}`, server };
}

const pathOf = ({ url = '/' }: IncomingMessage): string => new URL(url, 'http://localhost').pathname;

function fileOf(path: string, { dist, base }: { dist: string; base: string }): string | null {
  const inside = readPath(path);
  if (inside === null || !inside.startsWith(base)) return null;
  const file = join(dist, inside.slice(base.length));
  const page = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
  return existsSync(page) ? page : null;
}

function readPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

type Answer = { file: string; headers: Record<string, string>; isFound: boolean };

function answer(request: IncomingMessage, response: ServerResponse, { file, headers, isFound }: Answer): void {
  const type = lookup(extname(file)) ?? 'application/octet-stream';
  const bytes = readFileSync(file);
  const isCompressed = isText.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(isFound ? 200 : 404, {
    ...headers,
    'content-type': type === 'text/html' ? 'text/html; charset=utf-8' : type,
    ...(isCompressed ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
  });
  response.end(isCompressed ? gzipSync(bytes, { level: 9 }) : bytes);
}

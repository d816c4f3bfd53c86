import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';

export type Answerer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** Starts a local server, which is closed after the tests of the file. Resolves to its URL without a trailing slash. */
export async function startAnswering(answer: Answerer): Promise<string> {
  const server = createServer((request, response) =>
    answer(request, response, new URL(request.url ?? '/', 'http://127.0.0.1')),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port. Look whether another program forbids it.');
  return `http://127.0.0.1:${address.port}`;
}

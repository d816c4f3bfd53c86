import http from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { HttpContext } from '../src/remote/http/context.ts';
import type { ReviewConfig } from '../src/engine/model/review.ts';
import { root } from './root.ts';

/** Creates the real network and clock. `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` select a proxy. */
export function createHttpContext(): HttpContext {
  http.setGlobalProxyFromEnv();
  return {
    fetch,
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
    deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
  };
}

/** Returns the `User-Agent` of requests, with an address that identifies the project. */
export function userAgentOf({ repository, baseUrl }: Pick<ReviewConfig, 'repository' | 'baseUrl'>): string {
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return `${name}/${version} (+${repository ?? baseUrl})`;
}

import type { ServerResponse } from 'node:http';

/**
 * A logged request: `name` is the first root field of its GraphQL, or the path of another request. Tokens are never
 * logged.
 */
export type LoggedRequest = { kind: 'query' | 'mutation' | 'page'; name: string; variables: Record<string, unknown> };

/**
 * What the server does instead of responding. `reset` closes the connection, `silence` never responds, `endless` sends
 * data without end, `truncated` sends the first half of the response as if it were complete, `cut` closes the
 * connection in the middle of it.
 */
export type Act =
  | 'reset'
  | 'silence'
  | 'endless'
  | 'truncated'
  | 'cut'
  | { status: number; headers?: Record<string, string>; body?: string; type?: string };

/**
 * A fault of the server at the `at`-th request (counted from 1) with this `name` (default: any), for `times` requests
 * (default: 1). `isPerformed`: the request is carried out and only its response is lost.
 */
export type Fault = { name?: string; at?: number; times?: number; isPerformed?: boolean; act: Act };

/** The faults of a server, with the number of requests that each has seen. */
export class Faults {
  private list: { fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.list.push({ fault, seen: 0 });
  }

  clear(): void {
    this.list = [];
  }

  /** Returns the fault for a request, or null. */
  next({ name }: LoggedRequest): Fault | null {
    const matching = this.list.filter(({ fault }) => fault.name === undefined || fault.name === name);
    for (const entry of matching) entry.seen += 1;
    const found = matching.find(({ fault: { at = 1, times = 1 }, seen }) => seen >= at && seen < at + times);
    return found?.fault ?? null;
  }
}

/** Responds with a fault. `body` is the correct response. */
export function misbehave(response: ServerResponse, act: Act, body: string): void {
  const json = { 'content-type': 'application/json' };
  if (typeof act === 'object') {
    const headers = { 'content-type': act.type ?? 'text/html', ...act.headers };
    response.writeHead(act.status, headers).end(act.body ?? `<html><body>Error ${act.status}</body></html>`);
  } else if (act === 'reset') response.socket?.resetAndDestroy();
  else if (act === 'endless') sendForever(response.writeHead(200, json));
  else if (act === 'truncated') response.writeHead(200, json).end(body.slice(0, body.length / 2));
  else if (act === 'cut') {
    response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(body) + 100 });
    response.write(body, () => response.socket?.destroy());
  }
}

function sendForever(response: ServerResponse): void {
  const chunk = ' '.repeat(65_536);
  const send = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', send);
  send();
}

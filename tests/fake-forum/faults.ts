import type { ServerResponse } from 'node:http';

/** A request as the log has it: the first root field of its GraphQL, or the path of another request. Never a token. */
export type LoggedRequest = { kind: 'query' | 'mutation' | 'page'; name: string; variables: Record<string, unknown> };

/**
 * What the server does instead of its answer. `reset` ends the connection, `silence` never answers, `endless` sends
 * without an end, `truncated` sends the first half of the answer and ends it as if it were whole, `cut` ends the
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
 * A fault of the server: at the `at`-th request (from 1, counted from here) whose name is `name` (any, without), as
 * often as `times` (once, without). `isPerformed`: the request is carried out and only its answer is lost.
 */
export type Fault = { name?: string; at?: number; times?: number; isPerformed?: boolean; act: Act };

/** The faults of a server, each with the requests that it has seen. */
export class Faults {
  private list: { fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.list.push({ fault, seen: 0 });
  }

  clear(): void {
    this.list = [];
  }

  /** The fault that befalls a request; null where none does. */
  next({ name }: LoggedRequest): Fault | null {
    const matching = this.list.filter(({ fault }) => fault.name === undefined || fault.name === name);
    for (const entry of matching) entry.seen += 1;
    const found = matching.find(({ fault: { at = 1, times = 1 }, seen }) => seen >= at && seen < at + times);
    return found?.fault ?? null;
  }
}

/** Answers with a fault; `body` is what the right answer would be. */
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

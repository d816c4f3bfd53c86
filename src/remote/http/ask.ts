import { askOnce, type Reply, type Request } from './ask-once.ts';
import type { HttpContext } from './context.ts';

/** Asks, and asks again where that may help. */
export type Ask = (request: Request) => Promise<Reply>;

/** Between two requests to one host, in milliseconds. */
const pause = 1_000;
/** arXiv asks for three seconds: https://info.arxiv.org/help/api/user-manual.html, 3.1.1.2. */
const longerPauses = new Map([['export.arxiv.org', 3_000]]);
const attempts = 3;
/** The longest that is waited because a host says so; one that wants more is asked another day. */
const maxWaitMs = 60_000;
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);
const neverSent = new Set(['no such host', 'connection refused', 'certificate not valid', 'refused by the proxy']);
const lasting = new Set(['no such host', 'certificate not valid', 'refused by the proxy']);

/**
 * Asks politely: a pause between requests to one host, no more than three attempts, each wait longer than the one before,
 * and as long as the host asks for in `Retry-After`.
 */
export function createAsk(context: HttpContext, userAgent: string): Ask {
  /** When each host may be asked again. */
  const free = new Map<string, number>();
  const takeTurn = async (host: string): Promise<void> => {
    const now = context.now();
    const turn = Math.max(now, free.get(host) ?? 0);
    free.set(host, turn + (longerPauses.get(host) ?? pause));
    if (turn > now) await context.sleep(turn - now);
  };
  return async (request) => {
    const { host } = new URL(request.url);
    for (let attempt = 1; ; attempt += 1) {
      await takeTurn(host);
      const reply = await askOnce(request, context, userAgent);
      const wait = attempt < attempts ? waitAfter(reply, { request, attempt, now: context.now() }) : null;
      if (wait === null) return reply;
      free.set(host, Math.max(free.get(host) ?? 0, context.now() + wait));
    }
  };
}

type Attempt = { request: Request; attempt: number; now: number };

/** Milliseconds until the next attempt; null where another would change nothing, or could do something twice. */
function waitAfter(reply: Reply, { request, attempt, now }: Attempt): number | null {
  const backoff = 1_000 * 4 ** (attempt - 1);
  if (request.isWrite === true && mayHaveArrived(reply)) return null;
  if (reply.kind === 'failure') return lasting.has(reply.why) ? null : backoff;
  if (!passing.has(reply.status)) return null;
  const asked = parseRetryAfter(reply.retryAfter, now);
  if (asked === null) return backoff;
  return asked > maxWaitMs ? null : asked;
}

/** Whether a request may have been carried out though it did not succeed; 429 says that it was not. */
export const mayHaveArrived = (reply: Reply): boolean =>
  reply.kind === 'failure' ? !neverSent.has(reply.why) : reply.status !== 429;

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3); null where it says nothing. */
export function parseRetryAfter(text: string | null, now: number): number | null {
  const trimmed = (text ?? '').trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * 1_000;
  const date = Date.parse(trimmed);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

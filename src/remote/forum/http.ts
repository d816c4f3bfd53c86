import { parseRetryAfter } from '../http/ask.ts';
import { ForumError } from './forum-error.ts';
import { hideSecrets } from './secrets.ts';
import type { World } from './world.ts';

/** A request to a forum. `isWrite` is false where asking twice does no harm. */
export type Request = {
  url: URL;
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  isWrite: boolean;
};

export type Answer = { status: number; type: string; text: string };

/** Sends a request and gives the forum's answer, whatever its status, or throws a `ForumError`. */
export type Send = (request: Request) => Promise<Answer>;

/** How long one answer may take, the pause between two requests, and the longest wait that a forum may ask for; milliseconds. */
const patience = 60_000;
const pause = 1_000;
const longestWait = 10 * 60_000;
const attempts = 4;
const longestAnswer = 20_000_000;
const passing = new Set([408, 425, 500, 502, 503, 504]);

/**
 * Sends requests with the manners that a forum is due: one after another, a pause between two, as many tries as make
 * sense, and every wait that `Retry-After` asks for.
 *
 * No redirect is followed: it would hand a token or a key to another host. Errors hold none of `secrets`.
 */
export function createSend(world: World, secrets: readonly string[]): Send {
  let free = 0;
  const takeTurn = async (): Promise<void> => {
    const wait = free - world.now();
    if (wait > 0) await world.sleep(wait);
    free = world.now() + pause;
  };
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      await takeTurn();
      const found = await sendOnce(request, world);
      const wait = attempt < attempts ? waitAfter(found, { request, attempt, now: world.now() }) : null;
      if (wait !== null) await world.sleep(wait);
      else if (found.kind === 'answer' && found.status !== 429) return found;
      else throw errorOf(found, request, secrets);
    }
  };
}

type Found =
  (Answer & { kind: 'answer'; retryAfter: string | null }) | { kind: 'silence'; reason: string; wasSent: boolean };

async function sendOnce({ url, method, headers, body }: Request, world: World): Promise<Found> {
  const signal = world.deadline(patience);
  try {
    const json = body === undefined ? null : JSON.stringify(body);
    const all = new Headers(headers);
    if (json !== null) all.set('content-type', 'application/json');
    const response = await world.fetch(url, { method, redirect: 'manual', headers: all, signal, body: json });
    const text = await readText(response);
    return {
      kind: 'answer',
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text,
      retryAfter: response.headers.get('retry-after'),
    };
  } catch (error) {
    const reason = signal.aborted ? 'no answer in time' : reasonOf(error);
    return { kind: 'silence', reason, wasSent: signal.aborted || !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(reason) };
  }
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestAnswer) throw new Error('an answer without an end');
  }
  return text + decoder.decode();
}

function reasonOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    if (cause.cause === undefined) return cause.message;
  }
  return 'the connection broke';
}

/** Milliseconds until the next try; null where another would change nothing, or could do harm. */
function waitAfter(
  found: Found,
  { request, attempt, now }: { request: Request; attempt: number; now: number },
): number | null {
  const backoff = 1_000 * 4 ** (attempt - 1);
  if (found.kind === 'silence') return request.isWrite && found.wasSent ? null : backoff;
  if (found.status === 429) return within(parseRetryAfter(found.retryAfter, now) ?? 15_000 * 2 ** (attempt - 1));
  return passing.has(found.status) && !request.isWrite
    ? within(parseRetryAfter(found.retryAfter, now) ?? backoff)
    : null;
}

const within = (wait: number): number | null => (wait > longestWait ? null : wait);

function errorOf(found: Found, { url, isWrite }: Request, secrets: readonly string[]): ForumError {
  if (found.kind === 'answer') {
    const when = found.retryAfter === null ? '' : ` before ${hideSecrets(found.retryAfter, secrets)}`;
    return new ForumError(
      'refused',
      `${url.host} takes no more requests${when}. Run the command again later; it goes on where it stopped.`,
    );
  }
  const isOpen = isWrite && found.wasSent;
  const next = isOpen
    ? 'Run the command again: it looks up what was done before it does anything.'
    : 'Run the command again when the forum can be reached.';
  return new ForumError(
    isOpen ? 'unknown' : 'refused',
    `${url.host} gave no answer (${hideSecrets(found.reason, secrets)}). ${next}`,
  );
}

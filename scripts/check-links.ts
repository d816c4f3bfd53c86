import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Message } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { createAsk } from '../src/remote/http/ask.ts';
import { publicServices, type Services, type HttpContext } from '../src/remote/http/context.ts';
import { askTargets } from '../src/remote/links/ask-targets.ts';
import { forget, formatLinkCache, parseLinkCache, type LinkCache } from '../src/remote/links/cache.ts';
import { linkMessages } from '../src/remote/links/link-messages.ts';
import { targetsOf } from '../src/remote/links/targets.ts';
import { createHttpContext, userAgentOf } from './network.ts';

const betweenSaves = 10_000;

export type LinkCheck = {
  root: string;
  context: HttpContext;
  services: Services;
  userAgent: string;
  print: (line: string) => void;
};

/** `npm run check -- --links`: asks every outside address, DOI and arXiv id what became of it. Never gives an error. */
export function checkLinks(review: Review, root: string): Promise<Message[]> {
  const print = (line: string): void => void process.stderr.write(`${line}\n`);
  return checkOutside(review, {
    root,
    context: createHttpContext(),
    services: publicServices,
    userAgent: userAgentOf(review.config.value),
    print,
  });
}

/** Messages about everything outside that the review points at; what was answered is kept in `.cache/links.json` with its day. */
export async function checkOutside(
  review: Review,
  { root, context, services, userAgent, print }: LinkCheck,
): Promise<Message[]> {
  const path = join(root, '.cache', 'links.json');
  const cache: LinkCache = existsSync(path) ? parseLinkCache(readFileSync(path, 'utf8')) : new Map<never, never>();
  const targets = targetsOf(review);
  let saved = context.now();
  const onAnswer = (): void => {
    if (context.now() - saved < betweenSaves) return;
    saved = context.now();
    save(path, cache, print);
  };
  print(
    `Asking for ${targets.length} addresses, DOIs and arXiv ids, unless they answered within the last month; each host at most once a second.`,
  );
  const outcomes = await askTargets(targets, {
    ask: createAsk(context, userAgent),
    services,
    context,
    userAgent,
    cache,
    onAnswer,
  });
  if (outcomes === null) {
    print('No link was checked, for there is no network.');
    return [];
  }
  forget(cache, targets);
  save(path, cache, print);
  const messages = linkMessages(outcomes, review.library);
  if (messages.length === 0) print('Every link leads somewhere, and every record says what our entry says.');
  return messages;
}

/** Whole or not at all: a command that is stopped leaves the cache before. One that cannot be written costs only time. */
function save(path: string, cache: LinkCache, print: (line: string) => void): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.tmp`, formatLinkCache(cache));
    renameSync(`${path}.tmp`, path);
  } catch (error) {
    print(
      `The answers could not be kept in .cache/links.json (${error instanceof Error ? error.message : String(error)}). They will be asked for again the next time.`,
    );
  }
}

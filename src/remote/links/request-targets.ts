import { requestOnce } from '../http/request-once.ts';
import { runQueues } from '../http/host-queues.ts';
import type { HttpContext } from '../http/context.ts';
import { fetchArxivRecords, fetchDoiRecord, type RemoteContext, type Failed } from '../metadata/fetch-record.ts';
import type { WorkRecord } from '../metadata/record.ts';
import { withCopy } from './request-archive.ts';
import { requestPage } from './request-page.ts';
import { readCached, writeCached, type LinkCache } from './cache.ts';
import type { Described, Outcome } from './outcome.ts';
import type { Target } from './targets.ts';

type RequestContext = RemoteContext & {
  context: HttpContext;
  userAgent: string;
  /** Read and filled. `onAnswer` is called after each answer, for example to save it. */
  cache: LinkCache;
  onAnswer: () => void;
};

/** Maximum number of hosts that are queried in parallel. */
const width = 4;

/**
 * Returns the outcome of each target, from the cache or the network. Returns null if no service answers, because there
 * is no network.
 */
export async function requestTargets(
  targets: readonly Target[],
  remote: RequestContext,
): Promise<Map<Target, Outcome> | null> {
  const { context, cache } = remote;
  const outcomes = new Map<Target, Outcome>();
  for (const target of targets) {
    const known = readCached(target, cache, context.now());
    if (known !== null) outcomes.set(target, known);
  }
  const open = targets.filter((target) => !outcomes.has(target));
  if (open.length > 0 && !(await isOnline(remote))) return null;
  const settle = (target: Target, outcome: Outcome): void => {
    outcomes.set(target, outcome);
    writeCached(target, outcome, { cache, now: context.now() });
    remote.onAnswer();
  };
  await runQueues(queuesOf(open, remote, settle), width);
  return new Map(targets.flatMap((target) => pairOf(target, outcomes.get(target))));
}

const pairOf = (target: Target, outcome: Outcome | undefined): [Target, Outcome][] =>
  outcome === undefined ? [] : [[target, outcome]];

async function isOnline({ services, context, userAgent }: RequestContext): Promise<boolean> {
  for (const url of Object.values(services)) {
    const reply = await requestOnce(
      { url: new URL(url).origin, method: 'HEAD', accept: '*/*', keepsBody: false },
      context,
      userAgent,
    );
    if (reply.kind === 'answer') return true;
  }
  return false;
}

type Settle = (target: Target, outcome: Outcome) => void;

/** Returns one queue per host. All arXiv ids are in one request. */
function queuesOf(open: readonly Target[], remote: RequestContext, settle: Settle): (() => Promise<void>)[][] {
  const pages = Map.groupBy(
    open.filter(({ kind }) => kind === 'page'),
    ({ name }) => new URL(name).host,
  );
  const dois = open.filter(({ kind }) => kind === 'doi');
  const arxiv = open.filter(({ kind }) => kind === 'arxiv');
  return [
    ...[...pages.values()].map((some) =>
      some.map(
        (target) => async () =>
          settle(target, await withCopy(await requestPage(target.name, remote.send), target.name, remote)),
      ),
    ),
    dois.map((target) => async () => settle(target, await requestDoi(target.name, remote))),
    arxiv.length === 0 ? [] : [() => requestArxiv(arxiv, remote, settle)],
  ];
}

async function requestDoi(doi: string, remote: RemoteContext): Promise<Outcome> {
  const fetched = await fetchDoiRecord(doi, remote);
  return fetched.kind === 'record' ? { kind: 'fine', record: describe(fetched.record) } : outcomeOf(fetched);
}

async function requestArxiv(targets: readonly Target[], remote: RemoteContext, settle: Settle): Promise<void> {
  const { records, failed } = await fetchArxivRecords(
    targets.map(({ name }) => name),
    remote,
  );
  for (const target of targets) {
    const record = records.get(target.name);
    if (record !== undefined) settle(target, { kind: 'fine', record: describe(record) });
    else settle(target, failed === null ? { kind: 'dead', why: 'no such id', copy: null } : outcomeOf(failed));
  }
}

const describe = ({ title, names, years }: WorkRecord): Described => ({ title, names, years });

/** A DOI is registered if doi.org redirects to a page, even to one without a record or closed to programs. */
function outcomeOf(failed: Failed): Outcome {
  if (failed.kind === 'failure') return { kind: 'unreachable', why: `${failed.why} at \`${failed.host}\``, copy: null };
  const isGone = failed.status === 404 || failed.status === 410;
  if (!isGone && failed.status < 500 && failed.status !== 429) return { kind: 'fine', record: null };
  return { kind: isGone ? 'dead' : 'unreachable', why: `answer ${failed.status} of \`${failed.host}\``, copy: null };
}

import type { Source } from '../../engine/bibliography/index.ts';
import type { Send } from '../http/client.ts';
import type { NetworkFailure } from '../http/request-once.ts';
import { follow } from '../http/follow.ts';
import type { Services } from '../http/context.ts';
import { parseArxivFeed } from './arxiv.ts';
import { parseCslRecord } from './csl.ts';
import { parsePage } from './page.ts';
import type { WorkRecord } from './record.ts';

/** The HTTP client, and the addresses of the services that have records of works. */
export type RemoteContext = { send: Send; services: Services };

/** A record; the status of an answer without a record; or a network failure. */
type Fetched = { kind: 'record'; record: WorkRecord } | Failed;
export type Failed =
  { kind: 'none'; status: number; host: string } | { kind: 'failure'; why: NetworkFailure; host: string };

const cslJson = 'application/vnd.citationstyles.csl+json';
const longestList = 100;

/** Fetches the record of a work from arXiv, the agency that registered its DOI, or its page. */
export async function fetchRecord(source: Source, remote: RemoteContext): Promise<Fetched> {
  if (source.kind === 'arxiv') return fetchArxivRecord(source.id, remote);
  if (source.kind === 'doi') return fetchDoiRecord(source.doi, remote);
  const byDoi = source.doi === null ? null : await fetchDoiRecord(source.doi, remote);
  return byDoi?.kind === 'record' ? byDoi : fetchPageRecord(source.url, remote);
}

/**
 * Fetches a preprint by its id. If it has since been published and is registered, returns the published work with the
 * preprint's id.
 */
async function fetchArxivRecord(id: string, remote: RemoteContext): Promise<Fetched> {
  const { records, failed } = await fetchArxivRecords([id], remote);
  const preprint = records.get(id);
  if (preprint === undefined) return failed ?? { kind: 'none', status: 404, host: new URL(remote.services.arxiv).host };
  const published = preprint.doi === null ? null : await fetchDoiRecord(preprint.doi, remote);
  return {
    kind: 'record',
    record: published?.kind === 'record' ? { ...published.record, arxiv: preprint.arxiv } : preprint,
  };
}

/** Fetches many ids from arXiv in few requests. If `failed` is set, ids without a record may exist. */
export async function fetchArxivRecords(
  ids: readonly string[],
  remote: RemoteContext,
): Promise<{ records: Map<string, WorkRecord>; failed: Failed | null }> {
  const records = new Map<string, WorkRecord>();
  let failed: Failed | null = null;
  for (let start = 0; start < ids.length; start += longestList) {
    const some = ids.slice(start, start + longestList);
    // arXiv rejects the whole list if it rejects one id.
    const isRefused = (await take(some)) === 'error' && some.length > 1;
    if (isRefused) for (const id of some) await take([id]);
  }
  return { records, failed };

  async function take(some: readonly string[]): Promise<'error' | null> {
    const answer = await requestArxiv(some, remote);
    if (answer === 'error') return answer;
    if (answer instanceof Map) answer.forEach((record, id) => records.set(id, record));
    else failed = answer;
    return null;
  }
}

async function requestArxiv(
  ids: readonly string[],
  { send, services }: RemoteContext,
): Promise<Map<string, WorkRecord> | 'error' | Failed> {
  const url = `${services.arxiv}?id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`;
  const { reply } = await follow({ url, method: 'GET', accept: 'application/atom+xml', keepsBody: true }, send);
  const { host } = new URL(url);
  if (reply.kind === 'failure') return { ...reply, host };
  return (reply.status < 429 ? parseArxivFeed(reply.body) : null) ?? { kind: 'none', status: reply.status, host };
}

/** Fetches the record of the agency that registered a DOI, by content negotiation at doi.org. */
export async function fetchDoiRecord(doi: string, { send, services }: RemoteContext): Promise<Fetched> {
  const address = services.doi + encodeURI(doi).replace(/[?#]/g, encodeURIComponent);
  const { reply, url } = await follow(
    { url: address, method: 'GET', accept: `${cslJson}, text/html;q=0.1`, keepsBody: true },
    send,
  );
  const { host } = new URL(url);
  if (reply.kind === 'failure') return { ...reply, host };
  const record = reply.status === 200 ? parseCslRecord(reply.body) : null;
  if (record === null) return { kind: 'none', status: reply.status, host };
  // DOIs are case-insensitive, and agencies may answer in capitals.
  const isAsked = record.doi === null || record.doi.toLowerCase() === doi.toLowerCase();
  return { kind: 'record', record: { ...record, doi: isAsked ? doi : record.doi } };
}

/** Fetches the record of a page's work from the page, or from the registry whose identifier it contains. */
async function fetchPageRecord(address: string, remote: RemoteContext): Promise<Fetched> {
  const { reply, url } = await follow(
    { url: address, method: 'GET', accept: 'text/html, application/xhtml+xml', keepsBody: true },
    remote.send,
  );
  const { host } = new URL(url);
  if (reply.kind === 'failure') return { ...reply, host };
  const isPage = reply.status === 200 && /html/.test(reply.type);
  const record = isPage ? parsePage(reply.body, address) : null;
  if (record === null) return { kind: 'none', status: reply.status, host };
  const known =
    record.doi !== null
      ? await fetchDoiRecord(record.doi, remote)
      : record.arxiv !== null
        ? await fetchArxivRecord(record.arxiv.id, remote)
        : null;
  return known?.kind === 'record'
    ? { kind: 'record', record: { ...known.record, arxiv: known.record.arxiv ?? record.arxiv } }
    : { kind: 'record', record };
}

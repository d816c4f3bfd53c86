import type { Source } from '../../engine/bibliography/index.ts';
import type { Ask } from '../http/ask.ts';
import type { NetworkFailure } from '../http/ask-once.ts';
import { follow } from '../http/follow.ts';
import type { Services } from '../http/context.ts';
import { parseArxivFeed } from './arxiv.ts';
import { parseCslRecord } from './csl.ts';
import { parsePage } from './page.ts';
import type { WorkRecord } from './record.ts';

export type Asking = { ask: Ask; services: Services };

/** A record; the status of an answer without a record; or a network failure. */
type Fetched = { kind: 'record'; record: WorkRecord } | Failed;
export type Failed =
  { kind: 'none'; status: number; host: string } | { kind: 'failure'; why: NetworkFailure; host: string };

const cslJson = 'application/vnd.citationstyles.csl+json';
const longestList = 100;

/** Fetches the record of a work from arXiv, the agency that registered its DOI, or its page. */
export async function fetchRecord(source: Source, asking: Asking): Promise<Fetched> {
  if (source.kind === 'arxiv') return fetchArxivRecord(source.id, asking);
  if (source.kind === 'doi') return fetchDoiRecord(source.doi, asking);
  const byDoi = source.doi === null ? null : await fetchDoiRecord(source.doi, asking);
  return byDoi?.kind === 'record' ? byDoi : fetchPageRecord(source.url, asking);
}

/**
 * Fetches a preprint by its id. If it has since been published and is registered, returns the published work with the
 * preprint's id.
 */
async function fetchArxivRecord(id: string, asking: Asking): Promise<Fetched> {
  const { records, failed } = await fetchArxivRecords([id], asking);
  const preprint = records.get(id);
  if (preprint === undefined) return failed ?? { kind: 'none', status: 404, host: new URL(asking.services.arxiv).host };
  const published = preprint.doi === null ? null : await fetchDoiRecord(preprint.doi, asking);
  return {
    kind: 'record',
    record: published?.kind === 'record' ? { ...published.record, arxiv: preprint.arxiv } : preprint,
  };
}

/** Fetches many ids from arXiv in few requests. If `failed` is set, ids without a record may exist. */
export async function fetchArxivRecords(
  ids: readonly string[],
  asking: Asking,
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
    const answer = await askArxiv(some, asking);
    if (answer === 'error') return answer;
    if (answer instanceof Map) answer.forEach((record, id) => records.set(id, record));
    else failed = answer;
    return null;
  }
}

async function askArxiv(
  ids: readonly string[],
  { ask, services }: Asking,
): Promise<Map<string, WorkRecord> | 'error' | Failed> {
  const url = `${services.arxiv}?id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`;
  const { reply } = await follow({ url, method: 'GET', accept: 'application/atom+xml', keepsBody: true }, ask);
  const { host } = new URL(url);
  if (reply.kind === 'failure') return { ...reply, host };
  return (reply.status < 429 ? parseArxivFeed(reply.body) : null) ?? { kind: 'none', status: reply.status, host };
}

/** Fetches the record of the agency that registered a DOI, by content negotiation at doi.org. */
export async function fetchDoiRecord(doi: string, { ask, services }: Asking): Promise<Fetched> {
  const address = services.doi + encodeURI(doi).replace(/[?#]/g, encodeURIComponent);
  const { reply, url } = await follow(
    { url: address, method: 'GET', accept: `${cslJson}, text/html;q=0.1`, keepsBody: true },
    ask,
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
async function fetchPageRecord(address: string, asking: Asking): Promise<Fetched> {
  const { reply, url } = await follow(
    { url: address, method: 'GET', accept: 'text/html, application/xhtml+xml', keepsBody: true },
    asking.ask,
  );
  const { host } = new URL(url);
  if (reply.kind === 'failure') return { ...reply, host };
  const isPage = reply.status === 200 && /html/.test(reply.type);
  const record = isPage ? parsePage(reply.body, address) : null;
  if (record === null) return { kind: 'none', status: reply.status, host };
  const known =
    record.doi !== null
      ? await fetchDoiRecord(record.doi, asking)
      : record.arxiv !== null
        ? await fetchArxivRecord(record.arxiv.id, asking)
        : null;
  return known?.kind === 'record'
    ? { kind: 'record', record: { ...known.record, arxiv: known.record.arxiv ?? record.arxiv } }
    : { kind: 'record', record };
}

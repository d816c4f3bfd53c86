import { parseJson } from '../http/parse-json.ts';
import * as z from 'zod';
import type { RemoteContext } from '../metadata/fetch-record.ts';
import { follow } from '../http/follow.ts';
import type { Copy, Outcome } from './outcome.ts';

/** https://archive.org/help/wayback_api.php */
const Snapshot = z.object({
  available: z.literal(true),
  url: z.string(),
  timestamp: z.string().regex(/^\d{8}/),
  status: z.string().optional(),
});
const Available = z.object({ archived_snapshots: z.object({ closest: Snapshot.optional() }) });

/** Adds the Wayback Machine's copy to an outcome, if a page is gone or does not answer. */
export async function withCopy(outcome: Outcome, url: string, remote: RemoteContext): Promise<Outcome> {
  return outcome.kind === 'dead' || outcome.kind === 'unreachable'
    ? { ...outcome, copy: await requestArchive(url, remote) }
    : outcome;
}

async function requestArchive(url: string, { send, services }: RemoteContext): Promise<Copy | null> {
  const address = `${services.archive}?url=${encodeURIComponent(url)}`;
  const { reply } = await follow({ url: address, method: 'GET', accept: 'application/json', keepsBody: true }, send);
  const { data } = Available.safeParse(reply.kind === 'answer' && reply.status === 200 ? parseJson(reply.body) : null);
  const closest = data?.archived_snapshots.closest;
  if (closest === undefined || (closest.status !== undefined && !/^[23]/.test(closest.status))) return null;
  const on = closest.timestamp.replace(/^(\d{4})(\d{2})(\d{2}).*/, '$1-$2-$3');
  return { url: closest.url.replace(/^http:/, 'https:').replace(/^(https:\/\/web\.archive\.org):80\b/, '$1'), on };
}

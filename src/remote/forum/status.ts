import { sha256 } from '../../engine/content-hash.ts';
import type { Essay } from '../../engine/model/essay.ts';
import type { PostEntry } from '../../engine/model/posts.ts';
import { isCleared } from '../../engine/model/published.ts';
import type { Review } from '../../engine/model/review.ts';
import type { Graphql } from './api/client.ts';
import { ForumError } from './api/forum-error.ts';
import { readPost, type RemotePost } from './api/posts.ts';
import { addressOfPost, tokenVariable, type ForumEnvironment } from './environment.ts';
import { readLedger, writePostEntry } from './ledger/ledger.ts';
import { compareRemote } from './push/compare-remote.ts';
import { renderPost } from './push/render-post.ts';

/** One line of the status: how an essay and its post differ, and why the post could not be read. */
type Row = { slug: string; here: string; there: string; pushed: string; url: string; error: string | null };

/** Returns the status of every essay's post as a table. Records in the ledger which posts are public. */
export async function readStatus(environment: ForumEnvironment, review: Review, graphql: Graphql): Promise<string> {
  const rows: Row[] = [];
  for (const essay of review.essays) rows.push(await readRow({ environment, review, graphql }, essay));
  const errors = new Set(rows.flatMap(({ error }) => error ?? []));
  return [formatTable(rows, environment.site.name), ...errors].join('\n\n');
}

type Status = { environment: ForumEnvironment; review: Review; graphql: Graphql };

async function readRow({ environment, review, graphql }: Status, essay: Essay): Promise<Row> {
  const { slug } = essay;
  const ledger = readLedger(environment.root);
  const entry = ledger.posts[slug];
  const clearance = isCleared(essay) ? '' : ', not cleared';
  if (entry === undefined)
    return { slug, here: `never posted${clearance}`, there: '–', pushed: '–', url: '', error: null };
  const { title, text } = renderPost(review, essay, { ...environment, ledger });
  const isSame = entry.title === title && entry.sent.at(-1) === sha256(text);
  const remote = await describeRemote(environment, graphql, { slug, entry });
  const { pushed, url } = readLedger(environment.root).posts[slug] ?? entry;
  const here = `${isSame ? 'as pushed' : 'changed since'}${clearance}`;
  return { slug, here, ...remote, pushed: pushed.replace(/\.\d+Z$/, 'Z'), url };
}

type Posted = { slug: string; entry: PostEntry };

async function describeRemote(
  environment: ForumEnvironment,
  graphql: Graphql,
  posted: Posted,
): Promise<Pick<Row, 'there' | 'error'>> {
  try {
    const remote = await readPost(graphql, posted.entry.id);
    if (remote === null) return { there: 'deleted', error: null };
    recordVisibility(environment, posted, remote);
    return { there: `${remote.isDraft ? 'draft' : 'public'}, ${describeState(posted.entry, remote)}`, error: null };
  } catch (error) {
    if (!(error instanceof ForumError)) throw error;
    if (environment.token === null) return { there: `not visible without a token in ${tokenVariable}`, error: null };
    return { there: 'not read, see below', error: error.message };
  }
}

function describeState(entry: PostEntry, remote: RemotePost): string {
  const state = compareRemote(entry, remote);
  switch (state) {
    case 'as sent':
      return 'as pushed';
    case 'earlier':
      return 'an earlier text (put back by the mirroring of pictures): push again';
    case 'other editor':
      return `moved to another editor (${remote.type}): not updated any more`;
    case 'hidden':
      return 'text not visible to this account';
    default:
      return state;
  }
}

function recordVisibility(environment: ForumEnvironment, { slug, entry }: Posted, remote: RemotePost): void {
  const url = remote.isDraft ? entry.url : addressOfPost(environment.site, remote);
  if (entry.public === !remote.isDraft && entry.url === url) return;
  writePostEntry(environment, slug, { entry: { ...entry, public: !remote.isDraft, url }, text: null });
}

function formatTable(rows: readonly Row[], site: string): string {
  const lines = [
    ['essay', 'here', `on ${site}`, 'pushed', ''],
    ...rows.map(({ slug, here, there, pushed, url }) => [slug, here, there, pushed, url]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const format = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return lines.map(format).join('\n');
}

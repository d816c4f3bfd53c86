import type { Essay } from '../../engine/model/essay.ts';
import { forums, homeOf, type Forum, type PostEntry } from '../../engine/model/posts.ts';
import { ForumError } from './forum-error.ts';
import { hasChangedHere, isEditedThere, parseSent } from './copy-state.ts';
import { readLedger, readSent, writePostEntry } from './ledger-file.ts';
import { diffPosts } from './meaning.ts';
import type { Reading } from './published.ts';
import { readCopy, type Doors } from './read-copy.ts';
import { renderPost, type RenderedPost } from './render-post.ts';
import type { Session } from './session.ts';

/** A line of the table: how an essay and its copy stand to each other. */
export type Row = { slug: string; forum: string; here: string; there: string; pushed: string; url: string };

/** How every essay and its copies stand to each other, and the diffs of those that do not agree. Writes down which are public. */
export async function readStatus(session: Session, doors: Doors): Promise<{ rows: Row[]; diffs: string[] }> {
  const rows: Row[] = [];
  const diffs: string[] = [];
  for (const essay of session.review.essays) {
    const entries = readLedger(session.world.root).posts[essay.slug] ?? {};
    const posted = forums.filter((forum) => entries[forum] !== undefined);
    if (posted.length === 0)
      rows.push({ slug: essay.slug, forum: '–', here: 'never posted', there: '–', pushed: '–', url: '' });
    for (const forum of posted) {
      const entry = entries[forum];
      if (entry === undefined) continue;
      const { row, diff } = await readRow(session, doors, { essay, forum, entry });
      rows.push(row);
      if (diff !== '') diffs.push(diff);
    }
  }
  return { rows, diffs };
}

type Asked = { essay: Essay; forum: Forum; entry: PostEntry };

async function readRow(
  session: Session,
  doors: Doors,
  { essay, forum, entry }: Asked,
): Promise<{ row: Row; diff: string }> {
  const { world, review } = session;
  const sent = readSent(world.root, { slug: essay.slug, forum: homeOf(forum) });
  const post = renderPost(review, essay, { forum, ledger: readLedger(world.root) });
  const there = await readCopy(session, doors, { forum, entry }).catch((error: unknown) => {
    if (error instanceof ForumError) return { state: 'unreadable' as const, reason: error.message };
    throw error;
  });
  if (there.state === 'public' || there.state === 'draft')
    noteState(session, { essay, forum, entry }, { isPublic: there.state === 'public', url: there.reading.url });
  const changed = hasChangedHere({ entry, sent }, post);
  const here = entry.sent === undefined ? 'not finished' : changed ? 'changed since' : 'in step';
  const row = {
    slug: essay.slug,
    forum,
    here,
    there: sayThere(there, { entry, sent }),
    pushed: entry.pushed,
    url: entry.url,
  };
  return { row, diff: changed ? diffSince(sent, post) : '' };
}

type There = Awaited<ReturnType<typeof readCopy>> | { state: 'unreadable'; reason: string };

function sayThere(there: There, known: { entry: PostEntry; sent: string | null }): string {
  switch (there.state) {
    case 'deleted':
      return 'deleted';
    case 'hidden':
      return known.entry.public ? 'deleted, or a draft again' : 'a draft that needs a token or its link';
    case 'unreadable':
      return there.reason;
    default:
      return `${there.state}${isEditedThere(known, there.reading) ? ', edited on the forum' : ''}`;
  }
}

function noteState({ world }: Session, { essay, forum, entry }: Asked, now: { isPublic: boolean; url: string }): void {
  const url = new URL(new URL(now.url).pathname, world.forums[forum].base).href;
  if (entry.public === now.isPublic && (entry.url === url || !now.isPublic)) return;
  writePostEntry(world.root, { slug: essay.slug, forum }, { ...entry, public: now.isPublic, url });
}

/** How a post has changed here since it was sent. */
export function diffSince(sent: string | null, post: RenderedPost): string {
  if (sent === null) return `The text of \`${post.essay.slug}\` that was sent is not kept; push it to keep it.\n`;
  return (
    diffPosts(
      { name: `${post.essay.slug}, as pushed`, ...parseSent(sent) },
      { name: `${post.essay.slug}, as it is here`, ...post },
    ) || `${post.essay.slug}: changed in form only; a reader takes the same from both.\n`
  );
}

/** How a copy has changed on the forum since it was sent. */
export function diffThere(
  sent: string | null,
  { post, reading, name }: { post: RenderedPost; reading: Pick<Reading, 'title' | 'markdown'>; name: string },
): string {
  const before =
    sent === null
      ? { name: `${post.essay.slug}, as it is here`, ...post }
      : { name: `${post.essay.slug}, as pushed`, ...parseSent(sent) };
  return diffPosts(before, { name: `${post.essay.slug}, on ${name}`, ...reading });
}

/** The table as people read it. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [
    ['essay', 'forum', 'here', 'there', 'pushed', ''],
    ...rows.map(({ slug, forum, here, there, pushed, url }) => [
      slug,
      forum,
      here,
      there,
      pushed.replace(/\.\d+Z$/, 'Z'),
      url,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

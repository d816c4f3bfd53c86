import type { Forum, PostEntry } from '../../engine/model/posts.ts';
import type { Review } from '../../engine/model/review.ts';
import { digestOfMeaning } from './meaning.ts';
import { readLedger, readSent, writePostEntry, writeSent, type Copy } from './ledger-file.ts';
import { printSent, type Known, type Writing } from './copy-state.ts';
import type { RenderedPost } from './render-post.ts';
import type { ForumSite, World } from './world.ts';

/** What the person at the terminal asked for. */
export type Wishes = {
  forum: Forum;
  /** Go on without asking. */
  isAgreed: boolean;
  /** What was edited on the forum may be overwritten. */
  theirsIsLost: boolean;
  /** The author knows of the forum's policy on model-written text. */
  modelWrittenIsKnown: boolean;
  /** Changes through the link are made at once, and not suggested. */
  edits: boolean;
};

/** A run of one command. */
export type Session = { world: World; review: Review; wishes: Wishes };

/** What is known of an essay's copy. */
export function readKnown(root: string, copy: Copy): Known {
  return { entry: readLedger(root).posts[copy.slug]?.[copy.forum] ?? null, sent: readSent(root, copy) };
}

/** What a push has come to. */
export type Done = {
  id: string;
  url: string;
  public: boolean;
  /** The digest of what was sent, and its text; null where it is not all there yet. */
  sent: { digest: string; writing: Writing } | null;
  /** What the forum says now; null where it is not known. */
  there: Writing | null;
};

/** Writes into the ledger what has become of a copy, for the Alignment Forum too where it is marked for it. */
export function recordCopy({ world, wishes }: Session, copy: Copy, done: Done): void {
  const sent = done.sent === null ? {} : { sent: done.sent.digest };
  const there = done.there === null ? {} : { there: digestOfMeaning(done.there.title, done.there.markdown) };
  const entry: PostEntry = {
    id: done.id,
    url: done.url,
    public: done.public,
    pushed: new Date(world.now()).toISOString(),
    ...sent,
    ...there,
  };
  if (done.sent !== null) writeSent(world.root, copy, printSent(done.sent.writing));
  writePostEntry(world.root, copy, entry);
  const marked = readLedger(world.root).posts[copy.slug]?.alignmentforum;
  if (copy.forum !== 'lesswrong' || (marked === undefined && wishes.forum !== 'alignmentforum')) return;
  writePostEntry(
    world.root,
    { ...copy, forum: 'alignmentforum' },
    { ...entry, url: rebase(entry.url, world.forums.alignmentforum) },
  );
}

const rebase = (url: string, { base }: ForumSite): string => new URL(new URL(url).pathname, base).href;

/** The address of a post. */
export const addressOfPost = ({ base }: ForumSite, { id, slug }: { id: string; slug: string }): string =>
  new URL(`posts/${id}${slug === '' ? '' : `/${slug}`}`, base).href;

/** What would be sent of an essay, as the ledger keeps it. */
export const sentOf = (post: RenderedPost): NonNullable<Done['sent']> => ({
  digest: post.digest,
  writing: { title: post.title, markdown: post.markdown },
});

import * as z from 'zod';
import { byName } from './by-name.ts';
import { WebUrl } from './url.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a hash of 64 hexadecimal digits');
const id = z.string().regex(/^[A-Za-z0-9]+$/, 'an id as the forum gives it');

/** How many of the texts that were sent the ledger remembers. */
export const rememberedTexts = 10;

/** An essay's post on LessWrong, as `content/posts.yaml` records it. */
export const PostEntry = z.strictObject({
  id,
  url: WebUrl,
  /** Whether readers can see it: links from other posts lead to it only then. */
  public: z.boolean(),
  /** Whether it was marked for the Alignment Forum, which shows the same post. */
  alignmentForum: z.boolean().default(false),
  /** When it was last pushed. */
  pushed: z.iso.datetime(),
  /** The title that was last sent. */
  title: z.string(),
  /** SHA-256 of the texts that were sent, newest last; empty where a post was found that this project did not send. */
  sent: z.array(hash).max(rememberedTexts),
});
export type PostEntry = z.infer<typeof PostEntry>;

/** The review's sequence, with the chapter that holds its posts, as last pushed. */
export const SequenceEntry = z.strictObject({ id, chapter: id.optional(), posts: z.array(id).default([]) });
export type SequenceEntry = z.infer<typeof SequenceEntry>;

/** `content/posts.yaml`, which `npm run posts` writes: by slug, which post is an essay's. */
export const PostLedger = z.strictObject({
  posts: byName(PostEntry).prefault({}),
  sequence: SequenceEntry.optional(),
});
export type PostLedger = z.infer<typeof PostLedger>;

/** Path of the ledger from the project's root. */
export const ledgerFile = 'content/posts.yaml';

/** Addresses of the posts that readers can see, by slug. */
export const publicPosts = ({ posts }: PostLedger): ReadonlyMap<string, string> =>
  new Map(Object.entries(posts).flatMap(([slug, entry]) => (entry.public ? [[slug, entry.url] as const] : [])));

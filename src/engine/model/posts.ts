import * as z from 'zod';
import { byName } from './by-name.ts';
import { WebUrl } from './url.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a hash of 64 hexadecimal digits');
const id = z.string().regex(/^[A-Za-z0-9]+$/, 'an id as the forum gives it');

/** The number of sent texts whose hashes the ledger stores. */
export const maxSentTexts = 10;

/** The post of an essay on LessWrong, as recorded in `content/posts.yaml`. */
export const PostEntry = z.strictObject({
  id,
  url: WebUrl,
  /** Whether readers can see it; only then do other posts link to it. */
  public: z.boolean(),
  /** Whether it was marked for the Alignment Forum, which shows the same post. */
  alignmentForum: z.boolean().default(false),
  /** When it was last pushed. */
  pushed: z.iso.datetime(),
  /** The title last sent. */
  title: z.string(),
  /** SHA-256 of the sent texts, newest last; empty if the post was found but not sent by this project. */
  sent: z.array(hash).max(maxSentTexts),
});
export type PostEntry = z.infer<typeof PostEntry>;

/** The review's sequence, with the chapter that contains its posts, as last pushed. */
export const SequenceEntry = z.strictObject({ id, chapter: id.optional(), posts: z.array(id).default([]) });
export type SequenceEntry = z.infer<typeof SequenceEntry>;

/** `content/posts.yaml`, which `npm run posts` writes: the post of each essay, by slug. */
export const PostLedger = z.strictObject({
  posts: byName(PostEntry).prefault({}),
  sequence: SequenceEntry.optional(),
});
export type PostLedger = z.infer<typeof PostLedger>;

/** Path of the ledger from the project's root. */
export const ledgerFile = 'content/posts.yaml';

/** Returns addresses of the posts that readers can see, by slug. */
export const publicPosts = ({ posts }: PostLedger): ReadonlyMap<string, string> =>
  new Map(Object.entries(posts).flatMap(([slug, entry]) => (entry.public ? [[slug, entry.url] as const] : [])));

import * as z from 'zod';
import { WebUrl } from './url.ts';

/** The forums that essays are posted on, by the names that commands and files use. */
export const forums = ['lesswrong', 'alignmentforum', 'eaforum'] as const;
export type Forum = (typeof forums)[number];

export const isForum = (name: string): name is Forum => forums.some((forum) => forum === name);

/**
 * Whether a forum has blocks for text that a language model wrote, and the interface for drafts that inserts them.
 *
 * Both were found in what runs on LessWrong, which the Alignment Forum is a part of. The EA Forum runs the same software
 * from a branch of its own (LessWrong's developers proposed in February 2026 to take its code out of theirs), for which
 * neither was found; Markdown, footnotes, collapsible sections, math and the sanitizer are from before they parted.
 */
export const marksModelWritten = (forum: Forum = 'lesswrong'): boolean => forum !== 'eaforum';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'a digest of 64 hexadecimal digits');
const id = z.string().regex(/^[A-Za-z0-9]+$/, 'an id as the forum gives it');

/** An essay's post on one forum, as `content/posts.yaml` keeps it. */
export const PostEntry = z.strictObject({
  id,
  url: WebUrl,
  /** Whether readers can see it: links from other posts lead to it only then. */
  public: z.boolean(),
  /** When it was last pushed. */
  pushed: z.iso.datetime(),
  /** The digest of what was pushed; absent while a first push is not finished. The text is `content/posts/<slug>.<forum>.md`. */
  sent: digest.optional(),
  /** The digest of what the forum said right after; absent where suggestions wait, or where it could not be read. */
  there: digest.optional(),
});
export type PostEntry = z.infer<typeof PostEntry>;

/** The review's sequence on one forum, with the chapter that holds its posts, as last pushed. */
export const SequenceEntry = z.strictObject({ id, chapter: id.optional(), posts: z.array(id).default([]) });
export type SequenceEntry = z.infer<typeof SequenceEntry>;

const onForums = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ lesswrong: value.optional(), alignmentforum: value.optional(), eaforum: value.optional() });

/** `content/posts.yaml`, which `npm run posts` writes: by slug and forum, which post is an essay's. */
export const PostLedger = z.strictObject({
  posts: z.record(z.string(), onForums(PostEntry)).default({}),
  sequences: onForums(SequenceEntry).default({}),
});
export type PostLedger = z.infer<typeof PostLedger>;

/** Where the ledger lies, from the project's root. */
export const ledgerFile = 'content/posts.yaml';

/** Where a forum's posts live: those of the Alignment Forum are posts of LessWrong that are marked. */
export const homeOf = (forum: Forum): Forum => (forum === 'alignmentforum' ? 'lesswrong' : forum);

/** Addresses of the posts that readers of a forum can see, by slug. */
export function publicPosts({ posts }: PostLedger, forum: Forum): ReadonlyMap<string, string> {
  const found = Object.entries(posts).flatMap(([slug, entries]): [string, string][] => {
    const entry = entries[homeOf(forum)];
    return entry?.public === true ? [[slug, entry.url]] : [];
  });
  return new Map(found);
}

import { homeOf } from '../../engine/model/posts.ts';
import { ForumError } from './forum-error.ts';
import type { Graphql } from './graphql.ts';
import { readIntent, removeIntent } from './intent-file.ts';
import type { Copy } from './ledger-file.ts';
import { digestOfMeaning } from './meaning.ts';
import { findCopies, readPost, type AuthorsPost } from './posts-api.ts';
import { isSamePost, type Known } from './copy-state.ts';
import type { RenderedPost } from './render-post.ts';
import { addressOfPost, readKnown, recordCopy, sentOf, type Session } from './session.ts';

/** An essay's copy as the forum has it now, and what the ledger knows of it; `there` is null where there is none. */
export type FoundCopy = { known: Known; there: AuthorsPost | null };

/**
 * Looks up an essay's copy before anything is sent, and completes the ledger with what an earlier run left open: a post
 * whose making or change was asked for, and whose answer was lost.
 */
export async function findCopy(
  session: Session,
  graphql: Graphql,
  { post, account }: { post: RenderedPost; account: string },
): Promise<FoundCopy> {
  const copy: Copy = { slug: post.essay.slug, forum: homeOf(session.wishes.forum) };
  const known = readKnown(session.world.root, copy);
  const there =
    known.entry === null
      ? await findUnknownCopy(session, graphql, { post, account, copy })
      : await readPost(graphql, known.entry.id);
  if (known.entry !== null && there === null) throw deletedThere(session, copy, known.entry.id);
  if (there !== null) settle(session, copy, { post, there, known });
  return { known: readKnown(session.world.root, copy), there };
}

async function findUnknownCopy(
  { world }: Session,
  graphql: Graphql,
  { post, account, copy }: { post: RenderedPost; account: string; copy: Copy },
): Promise<AuthorsPost | null> {
  const titles = [...new Set([post.title, readIntent(world.root, copy)?.title ?? post.title])];
  const copies = await findCopies(graphql, { account, titles, page: post.page });
  if (copies.length < 2) return copies[0] ?? null;
  const ids = copies.map(({ id }) => `\`${id}\``).join(', ');
  throw new ForumError(
    'refused',
    `${world.forums[copy.forum].name} has several posts of this account that are copies of \`${copy.slug}\`: ${ids}. Delete all but one there, and run the command again.`,
  );
}

/** Writes into the ledger what has turned out to be there. */
function settle(
  session: Session,
  copy: Copy,
  { post, there, known }: { post: RenderedPost; there: AuthorsPost; known: Known },
): void {
  const { world } = session;
  const intent = readIntent(world.root, copy);
  const url = addressOfPost(world.forums[copy.forum], there);
  const place = { id: there.id, url, public: !there.isDraft };
  const isUnchanged = known.entry?.there === digestOfMeaning(there.title, there.markdown);
  if (intent !== null && !isUnchanged && isSamePost(intent, there)) {
    recordCopy(session, copy, { ...place, sent: { digest: intent.sent, writing: intent }, there });
  } else if (known.entry === null) {
    const isSame = isSamePost(post, there);
    recordCopy(session, copy, { ...place, sent: isSame ? sentOf(post) : null, there: isSame ? there : null });
  }
  removeIntent(world.root, copy);
}

function deletedThere({ world }: Session, { slug, forum }: Copy, id: string): ForumError {
  return new ForumError(
    'refused',
    `The post \`${id}\` of \`${slug}\` was deleted on ${world.forums[forum].name}. To make a new one, take \`${slug}\` out of \`content/posts.yaml\`.`,
  );
}

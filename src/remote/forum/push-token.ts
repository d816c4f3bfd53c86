import { homeOf } from '../../engine/model/posts.ts';
import { ForumError, isUnknown } from './forum-error.ts';
import type { Graphql } from './graphql.ts';
import { removeIntent, writeIntent } from './intent-file.ts';
import { readLedger, type Copy } from './ledger-file.ts';
import { diffPosts, digestOfMeaning } from './meaning.ts';
import { hasChangedHere, isEditedThere, parseSent } from './copy-state.ts';
import { preparePost, type Prepared } from './post-data.ts';
import { createPost, readPost, updatePost } from './posts-api.ts';
import type { RenderedPost } from './render-post.ts';
import { addressOfPost, recordCopy, sentOf, type Session } from './session.ts';
import { findCopy, type FoundCopy } from './token-copy.ts';

/** What would be done with one essay; `prepared` is null where nothing is to be done. */
export type TokenPlan = {
  post: RenderedPost;
  copy: Copy;
  found: FoundCopy;
  prepared: Prepared | null;
  summary: string;
};

/** Looks at what is there and says what would change; sends nothing that changes anything. */
export async function planTokenPush(
  session: Session,
  graphql: Graphql,
  { post, account }: { post: RenderedPost; account: string },
): Promise<TokenPlan> {
  const { wishes, world } = session;
  const copy: Copy = { slug: post.essay.slug, forum: homeOf(wishes.forum) };
  const found = await findCopy(session, graphql, { post, account });
  const { there, known } = found;
  const isMarked =
    wishes.forum === 'alignmentforum' && readLedger(world.root).posts[copy.slug]?.alignmentforum === undefined;
  const isEdited = there !== null && isEditedThere(known, there);
  if (there !== null && !hasChangedHere(known, post) && !isMarked && !(isEdited && wishes.theirsIsLost)) {
    const state = isEdited ? 'edited on the forum and unchanged here; `--pull` shows how' : 'in step';
    return { post, copy, found, prepared: null, summary: `${copy.slug}: ${state}.` };
  }
  if (there !== null && !there.isDraft) throw isPublic(copy.slug, there.id);
  if (isEdited && !wishes.theirsIsLost) throw editedThere(post, found);
  const prepared = await preparePost(session, graphql, {
    post,
    account,
    isAuthor: there === null || there.author === account,
    isNew: there === null,
  });
  const before = there === null ? null : { name: `on ${world.forums[copy.forum].name}`, ...there };
  const what =
    there === null
      ? `would be made as a draft, “${post.title}”, ${post.markdown.split(/\s+/).length} words`
      : `the draft \`${there.id}\` would change`;
  const diff = before === null ? '' : `\n${diffPosts(before, { name: 'here', ...post }) || '(in form only)'}`;
  return { post, copy, found, prepared, summary: [`${copy.slug}: ${what}.${diff}`, ...prepared.remarks].join('\n') };
}

function isPublic(slug: string, id: string): ForumError {
  return new ForumError(
    'refused',
    `The post \`${id}\` of \`${slug}\` is public, and a change through the token would be so at once. Share its edit link and push with \`--draft\`: the author then accepts each change.`,
  );
}

function editedThere(post: RenderedPost, { there, known }: FoundCopy): ForumError {
  const before = known.sent === null ? { name: 'here', ...post } : { name: 'as pushed', ...parseSent(known.sent) };
  const diff = there === null ? '' : diffPosts(before, { name: 'on the forum', ...there });
  return new ForumError(
    'refused',
    `The copy of \`${post.essay.slug}\` was edited on the forum since it was pushed. Bring the changes into the essay, or add \`--theirs-is-lost\`.\n${diff}`.trim(),
  );
}

const rounds = 3;

/** Carries a plan out. A request whose answer was lost is looked up before it is repeated. */
export async function executeTokenPlan(
  session: Session,
  graphql: Graphql,
  { plan, account }: { plan: TokenPlan; account: string },
): Promise<void> {
  const { post, copy, prepared } = plan;
  if (prepared === null) return;
  let { there } = plan.found;
  for (let round = 1; ; round += 1) {
    writeIntent(session.world.root, copy, {
      id: there?.id ?? null,
      title: post.title,
      sent: post.digest,
      markdown: post.markdown,
      isFilling: false,
      final: [],
    });
    try {
      const place = await send(session, graphql, { plan, there, prepared });
      return await confirm(session, graphql, { plan, place });
    } catch (error) {
      if (error instanceof ForumError && error.outcome === 'stale') removeIntent(session.world.root, copy);
      if (!isUnknown(error) || round === rounds) throw error;
      await session.world.sleep(5_000 * round);
      const found = await findCopy(session, graphql, { post, account });
      if (found.there !== null && !hasChangedHere(found.known, post)) return;
      if (found.there !== null && isEditedThere(found.known, found.there) && !session.wishes.theirsIsLost)
        throw stale(session, copy);
      there = found.there;
    }
  }
}

type Sending = { plan: TokenPlan; there: FoundCopy['there']; prepared: Prepared };

function stale({ world }: Pick<Session, 'world'>, { slug, forum }: Copy): ForumError {
  return new ForumError(
    'stale',
    `The copy of \`${slug}\` changed on ${world.forums[forum].name} while this command ran; nothing of it was overwritten. Run the command again to see what changed.`,
  );
}

async function send(
  { world }: Session,
  graphql: Graphql,
  { plan, there, prepared }: Sending,
): Promise<{ id: string; slug: string }> {
  if (there === null) return createPost(graphql, prepared.data);
  const now = await readPost(graphql, there.id);
  const isStale =
    now === null ||
    !now.isDraft ||
    digestOfMeaning(now.title, now.markdown) !== digestOfMeaning(there.title, there.markdown);
  if (isStale) throw stale({ world }, plan.copy);
  await updatePost(graphql, there.id, prepared.data);
  return there;
}

/** Writes the ledger at once, and again with what the forum says now. */
async function confirm(
  session: Session,
  graphql: Graphql,
  { plan, place }: { plan: TokenPlan; place: { id: string; slug: string } },
): Promise<void> {
  const { post, copy } = plan;
  const done = {
    id: place.id,
    url: addressOfPost(session.world.forums[copy.forum], place),
    public: false,
    sent: sentOf(post),
  };
  recordCopy(session, copy, { ...done, there: null });
  removeIntent(session.world.root, copy);
  const there = await readPost(graphql, place.id).catch(() => null);
  if (there !== null) recordCopy(session, copy, { ...done, there });
}

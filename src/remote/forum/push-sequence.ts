import { homeOf, type Forum } from '../../engine/model/posts.ts';
import { ForumError, isUnknown } from './forum-error.ts';
import type { Graphql } from './graphql.ts';
import { readLedger, writeSequenceEntry } from './ledger-file.ts';
import {
  createChapter,
  createSequence,
  findSequences,
  readSequence,
  updateChapter,
  type ReadSequence,
} from './sequence-api.ts';
import type { Session } from './session.ts';

/** What would become of the review's sequence: the posts that it has, in the order of the review, and what is there. */
export type SequencePlan = { forum: Forum; posts: string[]; there: ReadSequence | null; summary: string };

type Asked = { account: string; posts: readonly string[] };

/** The posts of the review in its order, as far as there are any. */
export function postsInOrder({ world, review, wishes }: Session): string[] {
  const { posts } = readLedger(world.root);
  return review.essays.flatMap(({ slug }) => posts[slug]?.[homeOf(wishes.forum)]?.id ?? []);
}

/** Looks the sequence up and says what would change. Posts that others put into it stay, after ours. */
export async function planSequence(
  session: Session,
  graphql: Graphql,
  { account, posts }: Asked,
): Promise<SequencePlan> {
  const forum = homeOf(session.wishes.forum);
  const there = await findSequence(session, graphql, account);
  const wanted = [...posts, ...(there?.chapter?.posts ?? []).filter((id) => !posts.includes(id))];
  const { title } = session.review.config.value;
  const isInStep = there?.chapter?.posts.join() === wanted.join();
  const summary =
    there === null
      ? `The sequence “${title}” would be made as a draft.`
      : `The sequence “${title}” ${isInStep ? 'is in step' : 'would change'}.`;
  return {
    forum,
    posts: wanted,
    there,
    summary: `${summary} Its posts, in order: ${wanted.length === 0 ? 'none yet' : wanted.join(', ')}.`,
  };
}

async function findSequence(session: Session, graphql: Graphql, account: string): Promise<ReadSequence | null> {
  const { world, review, wishes } = session;
  const known = readLedger(world.root).sequences[homeOf(wishes.forum)];
  if (known !== undefined) {
    const there = await readSequence(graphql, known.id);
    if (there !== null) return there;
    throw new ForumError(
      'refused',
      `The sequence \`${known.id}\` was deleted on ${world.forums[homeOf(wishes.forum)].name}. To make a new one, take it out of \`content/posts.yaml\`.`,
    );
  }
  const found = await findSequences(graphql, { account, title: review.config.value.title });
  if (found.length < 2) return found[0] ?? null;
  throw new ForumError(
    'refused',
    `This account has ${found.length} sequences called “${review.config.value.title}”. Delete all but one, or write the id of the right one into \`content/posts.yaml\`.`,
  );
}

const rounds = 3;

/** Makes the sequence and its chapter, or brings them into step; what was done is looked up before anything is repeated. */
export async function pushSequence(session: Session, graphql: Graphql, asked: Asked): Promise<void> {
  for (let round = 1; ; round += 1) {
    try {
      return await advance(session, graphql, asked);
    } catch (error) {
      if (!isUnknown(error) || round === rounds) throw error;
      await session.world.sleep(5_000 * round);
    }
  }
}

async function advance(session: Session, graphql: Graphql, asked: Asked): Promise<void> {
  const { world, review } = session;
  const plan = await planSequence(session, graphql, asked);
  const id = plan.there?.id ?? (await createSequence(graphql, review.config.value.title));
  if (readLedger(world.root).sequences[plan.forum]?.id !== id)
    writeSequenceEntry(world.root, plan.forum, { id, posts: [] });
  // A forum may have made the first chapter together with the sequence.
  const there = plan.there ?? (await readSequence(graphql, id));
  const chapter = there?.chapter ?? null;
  if (chapter === null) await createChapter(graphql, id, plan.posts);
  else if (chapter.posts.join() !== plan.posts.join()) await updateChapter(graphql, chapter.id, plan.posts);
  const after = await readSequence(graphql, id);
  writeSequenceEntry(world.root, plan.forum, {
    id,
    chapter: after?.chapter?.id,
    posts: after?.chapter?.posts ?? plan.posts,
  });
}

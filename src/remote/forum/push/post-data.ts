import type { Account } from '../../../engine/model/review.ts';
import type { Graphql } from '../api/client.ts';
import { findTag, type PostData } from '../api/posts.ts';
import type { RenderedPost } from './render-post.ts';
import type { PushSession } from './session.ts';

/** What is sent for a post, and sentences about what is omitted. */
export type PostPayload = { data: PostData; remarks: string[] };

/**
 * Creates the minimal data of a post. Fields that only some accounts may set are sent only if `content/authors.yaml`
 * allows it for this account. Only the post's author sets tags.
 */
export async function createPostPayload(
  session: PushSession,
  post: RenderedPost,
  { isAuthor, isNew }: { isAuthor: boolean; isNew: boolean },
): Promise<PostPayload> {
  const { review, options, graphql } = session;
  const { title, page, text, essay } = post;
  const remarks: string[] = [];
  const tags = isAuthor ? await findTags(essay.frontmatter.tags, graphql, remarks) : {};
  const data: PostData = {
    title,
    contents: {
      originalContents: { type: 'markdown', data: text },
      updateType: isNew ? 'initial' : 'minor',
      commitMessage: `Copy of ${page}, as of ${essay.frontmatter.updated}`,
    },
    ...(Object.keys(tags).length === 0 ? {} : { tagRelevance: tags }),
    ...(review.config.value.linkPosts ? { url: page, postCategory: 'linkpost' as const } : {}),
    ...(options.forAlignmentForum ? alignmentForumField(session) : {}),
    ...coAuthorsField(session, post, remarks),
  };
  return { data, remarks };
}

async function findTags(
  names: readonly string[],
  graphql: Graphql,
  remarks: string[],
): Promise<Record<string, number>> {
  const tags: Record<string, number> = {};
  const missing: string[] = [];
  for (const name of names) {
    const id = await findTag(graphql, name);
    if (id === null) missing.push(`“${name}”`);
    else tags[id] = 1;
  }
  if (missing.length > 0) remarks.push(`The forum has no tag named ${missing.join(', ')}. The post goes without.`);
  return tags;
}

/** Returns the entry of the pushing account in `content/authors.yaml`. */
const ownAccount = ({ review, account }: PushSession): Account | null =>
  review.authors.value.map(({ accounts }) => accounts.lesswrong).find((one) => one?.user === account) ?? null;

function alignmentForumField(session: PushSession): { af: true } {
  if (ownAccount(session)?.may.includes('af') === true) return { af: true };
  throw new Error(
    `The account \`${session.account}\` may not post to the Alignment Forum, as far as \`content/authors.yaml\` says. Push without \`--alignment-forum\` and ask a member to mark the post, or write \`may: [af]\` beside the account of a member.`,
  );
}

function coAuthorsField(session: PushSession, post: RenderedPost, remarks: string[]): Partial<PostData> {
  const authors = session.review.authors.value.filter(({ id }) => post.essay.frontmatter.authors.includes(id));
  const others = authors
    .flatMap(({ accounts }) => accounts.lesswrong?.user ?? [])
    .filter((user) => user !== session.account);
  if (others.length === 0) return {};
  if (ownAccount(session)?.may.includes('co-authors') !== true) {
    remarks.push('Co-authors are not set: `content/authors.yaml` does not say that this account may.');
    return {};
  }
  return { coauthorStatuses: others.map((userId) => ({ userId, confirmed: false, requested: true })) };
}

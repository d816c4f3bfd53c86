import type { Account, Author } from '../../engine/model/review.ts';
import type { Graphql } from './graphql.ts';
import { findTag, type PostData } from './posts-api.ts';
import type { RenderedPost } from './render-post.ts';
import type { Session } from './session.ts';

/** What this account sends of a post, and what it leaves out, in sentences. */
export type Prepared = { data: PostData; remarks: string[] };

type Asked = { post: RenderedPost; account: string; isAuthor: boolean; isNew: boolean };

/** The least that says all: fields that only some may set are sent only where `content/authors.yaml` says that this account may. */
export async function preparePost(
  session: Session,
  graphql: Graphql,
  { post, account, isAuthor, isNew }: Asked,
): Promise<Prepared> {
  const { review, wishes } = session;
  const { title, page, html, essay } = post;
  if (/\p{Extended_Pictographic}/u.test(title))
    throw new Error(`The title of \`${essay.slug}\` holds an emoji, and forums refuse that. Write it without.`);
  const remarks: string[] = [];
  const tags = isAuthor ? await tagsOf(essay.frontmatter.tags, graphql, remarks) : {};
  const own = accountOf(session, account);
  const data: PostData = {
    title,
    contents: {
      originalContents: { type: 'lexical', data: html },
      updateType: isNew ? 'initial' : 'minor',
      commitMessage: `Copy of ${page}, as of ${essay.frontmatter.updated}`,
    },
    ...(Object.keys(tags).length === 0 ? {} : { tagRelevance: tags }),
    ...(review.config.value.linkPosts ? { url: page, postCategory: 'linkpost' as const } : {}),
    ...(wishes.forum === 'alignmentforum' ? markForAlignmentForum(own, account) : {}),
    ...coAuthorsOf(session, { post, account, own, remarks }),
  };
  return { data, remarks };
}

async function tagsOf(names: readonly string[], graphql: Graphql, remarks: string[]): Promise<Record<string, number>> {
  const tags: Record<string, number> = {};
  for (const name of names) {
    const id = await findTag(graphql, name);
    if (id === null) remarks.push(`The forum has no tag “${name}”; the post goes without it.`);
    else tags[id] = 1;
  }
  return tags;
}

const accountsOf = ({ world, wishes }: Session, author: Author): Account | undefined =>
  author.accounts[world.forums[wishes.forum].accounts];

function accountOf(session: Session, account: string): Account | null {
  const found = session.review.authors.value
    .map((author) => accountsOf(session, author))
    .find((one) => one?.user === account);
  return found ?? null;
}

function markForAlignmentForum(own: Account | null, account: string): { af: true } {
  if (own?.may.includes('af') === true) return { af: true };
  throw new Error(
    `The account \`${account}\` may not post to the Alignment Forum, as far as \`content/authors.yaml\` says. Push to LessWrong and ask a member to mark the post, or write \`may: [af]\` beside the account of a member.`,
  );
}

function coAuthorsOf(
  session: Session,
  { post, account, own, remarks }: { post: RenderedPost; account: string; own: Account | null; remarks: string[] },
): Partial<PostData> {
  const authors = session.review.authors.value.filter(({ id }) => post.essay.frontmatter.authors.includes(id));
  const others = authors
    .flatMap((author) => accountsOf(session, author)?.user ?? [])
    .filter((user) => user !== account);
  if (others.length === 0) return {};
  if (own?.may.includes('co-authors') !== true) {
    remarks.push('Co-authors are not set: `content/authors.yaml` does not say that this account may.');
    return {};
  }
  return { coauthorStatuses: others.map((userId) => ({ userId, confirmed: false, requested: true })) };
}

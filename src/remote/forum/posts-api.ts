import * as z from 'zod';
import type { Graphql } from './graphql.ts';

/** A post as its author sees it over GraphQL. */
const Post = z.object({
  _id: z.string(),
  title: z.string().nullable(),
  slug: z.string().nullable(),
  draft: z.boolean().nullish(),
  user: z.object({ _id: z.string() }).nullish(),
  contents: z.object({ agentMarkdown: z.string().nullish() }).nullish(),
});

export type AuthorsPost = {
  id: string;
  title: string;
  slug: string;
  isDraft: boolean;
  author: string | null;
  markdown: string;
};

const fields = '_id title slug draft user { _id } contents { agentMarkdown }';

/** The id of the account that a token belongs to; null where it belongs to none. */
export async function readAccount(graphql: Graphql): Promise<string | null> {
  const data = z.object({ currentUser: z.object({ _id: z.string() }).nullable() });
  const { currentUser } = await graphql({ query: 'query { currentUser { _id } }', variables: {}, data });
  return currentUser?._id ?? null;
}

/** A post by its id; null where there is none, because it was deleted. */
export async function readPost(graphql: Graphql, id: string): Promise<AuthorsPost | null> {
  const data = z.object({ post: z.object({ result: Post.nullable() }).nullable() });
  const query = `query ($id: String!) { post(selector: { _id: $id }) { result { ${fields} } } }`;
  const { post } = await graphql({ query, variables: { id }, data });
  return post?.result ? toAuthorsPost(post.result) : null;
}

/** The account's posts, drafts or not, that have one of some titles and link to `page`: copies of one essay. */
export async function findCopies(
  graphql: Graphql,
  { account, titles, page }: { account: string; titles: readonly string[]; page: string },
): Promise<AuthorsPost[]> {
  const Results = z
    .object({ results: z.array(z.object({ _id: z.string(), title: z.string().nullable() }).nullable()) })
    .nullable();
  const list = (view: string): string =>
    `posts(selector: { ${view}: { userId: $user } }, limit: 500) { results { _id title } }`;
  const query = `query ($user: String!) { drafts: ${list('drafts')} published: ${list('userPosts')} }`;
  const { drafts, published } = await graphql({
    query,
    variables: { user: account },
    data: z.object({ drafts: Results, published: Results }),
  });
  const listed = [...(drafts?.results ?? []), ...(published?.results ?? [])].flatMap((post) =>
    post === null ? [] : [post],
  );
  const ids = new Set(listed.flatMap(({ _id, title }) => (title !== null && titles.includes(title) ? [_id] : [])));
  const copies: AuthorsPost[] = [];
  for (const id of ids) {
    const post = await readPost(graphql, id);
    if (post?.markdown.includes(page)) copies.push(post);
  }
  return copies;
}

/** What is sent of a post: the least, for one field that an account may not set makes a forum refuse the whole. */
export type PostData = {
  title: string;
  contents: {
    originalContents: { type: 'lexical'; data: string };
    updateType: 'initial' | 'minor';
    commitMessage: string;
  };
  draft?: true;
  url?: string;
  postCategory?: 'linkpost';
  tagRelevance?: Readonly<Record<string, number>>;
  af?: true;
  coauthorStatuses?: readonly { userId: string; confirmed: boolean; requested: boolean }[];
};

const Made = z.object({ data: z.object({ _id: z.string(), slug: z.string().nullable() }) });

/** Makes a draft; its id and slug. */
export async function createPost(graphql: Graphql, data: PostData): Promise<{ id: string; slug: string }> {
  const query = 'mutation ($data: CreatePostDataInput!) { createPost(data: $data) { data { _id slug } } }';
  const { createPost: made } = await graphql({
    query,
    variables: { data: { ...data, draft: true } },
    data: z.object({ createPost: Made }),
  });
  return { id: made.data._id, slug: made.data.slug ?? '' };
}

/** Changes a draft. `draft` is never sent, so that what an author has published in the meantime stays so. */
export async function updatePost(graphql: Graphql, id: string, data: PostData): Promise<void> {
  const query =
    'mutation ($selector: SelectorInput!, $data: UpdatePostDataInput!) { updatePost(selector: $selector, data: $data) { data { _id slug } } }';
  await graphql({ query, variables: { selector: { _id: id }, data }, data: z.object({ updatePost: Made }) });
}

/** The id of the tag that a forum knows by a name; null where it knows none. */
export async function findTag(graphql: Graphql, name: string): Promise<string | null> {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const data = z.object({ tags: z.object({ results: z.array(z.object({ _id: z.string() }).nullable()) }).nullable() });
  const { tags } = await graphql({
    query: 'query ($slug: String!) { tags(selector: { tagBySlug: { slug: $slug } }, limit: 1) { results { _id } } }',
    variables: { slug },
    data,
  });
  return tags?.results[0]?._id ?? null;
}

const toAuthorsPost = ({ _id, title, slug, draft, user, contents }: z.infer<typeof Post>): AuthorsPost => ({
  id: _id,
  title: title ?? '',
  slug: slug ?? '',
  isDraft: draft === true,
  author: user?._id ?? null,
  markdown: contents?.agentMarkdown ?? '',
});

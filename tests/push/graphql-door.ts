import { ForumDocument } from './document.ts';
import type { ForumServer, ServedPost } from './forum-server.ts';

type Asked = { body: Record<string, unknown>; account: string | null };
type Fields = Record<string, unknown>;

const free = new Set([
  'title',
  'contents',
  'draft',
  'url',
  'postCategory',
  'tagRelevance',
  'socialPreview',
  'submitToFrontpage',
  'sharingSettings',
]);
const tags = new Map([['scaling-laws', 'tag1']]);

/** What the forum answers over GraphQL: data, or errors with status 200. */
export function answerGraphql(server: ForumServer, { body, account }: Asked): Fields {
  const query = String(body.query);
  const variables = toFields(body.variables);
  try {
    return { data: answer(server, { query, variables, account }) };
  } catch (error) {
    return { data: null, errors: [{ message: error instanceof Error ? error.message : 'Unknown error' }] };
  }
}

function answer(
  server: ForumServer,
  { query, variables, account }: { query: string; variables: Fields; account: string | null },
): Fields {
  if (query.includes('currentUser')) return { currentUser: account === null ? null : { _id: account } };
  if (query.startsWith('mutation') && account === null) throw new Error('app.not_logged_in');
  const data = toFields(variables.data);
  if (query.includes('createPost')) return { createPost: { data: createPost(server, data, account ?? '') } };
  if (query.includes('updatePost'))
    return { updatePost: { data: updatePost(server, { id: idOf(variables), data, account: account ?? '' }) } };
  if (query.includes('createSequence'))
    return { createSequence: { data: createSequence(server, data, account ?? '') } };
  if (query.includes('createChapter')) return { createChapter: { data: createChapter(server, data) } };
  if (query.includes('updateChapter')) return { updateChapter: { data: updateChapter(server, idOf(variables), data) } };
  if (query.includes('tags(')) return { tags: { results: tagResults(String(variables.slug)) } };
  if (query.includes('sequences('))
    return {
      sequences: {
        results: [...server.sequences.values()].filter(({ author }) => author === variables.user).map(showSequence),
      },
    };
  if (query.includes('sequence('))
    return { sequence: { result: showSequence(server.sequences.get(String(variables.id))) } };
  if (query.includes('drafts:')) return listPosts(server, String(variables.user));
  const post = server.posts.get(String(variables.id));
  return { post: { result: post === undefined || (post.isDraft && post.author !== account) ? null : showPost(post) } };
}

function listPosts(server: ForumServer, user: string): Fields {
  const own = [...server.posts.values()].filter(({ author }) => author === user);
  const results = (isDraft: boolean): Fields => ({
    results: own.filter((post) => post.isDraft === isDraft).map(({ id, title }) => ({ _id: id, title })),
  });
  return { drafts: results(true), published: results(false) };
}

const tagResults = (slug: string): Fields[] => {
  const id = tags.get(slug);
  return id === undefined ? [] : [{ _id: id }];
};

const showPost = ({ id, title, isDraft, author, document }: ServedPost): Fields => ({
  _id: id,
  title,
  slug: 'a-slug',
  draft: isDraft,
  user: { _id: author },
  contents: { agentMarkdown: document.markdown },
});

function refuseFields(server: ForumServer, data: Fields): void {
  const refused = Object.keys(data).find((name) => !free.has(name) && !server.rights.has(name));
  if (refused !== undefined)
    throw new Error(JSON.stringify([{ id: 'errors.disallowed_property_detected', properties: { name: refused } }]));
}

function createPost(server: ForumServer, data: Fields, account: string): Fields {
  refuseFields(server, data);
  if (data.draft !== true) throw new Error('A test server publishes nothing');
  const id = server.nextId('post');
  const post: ServedPost = {
    id,
    title: '',
    isDraft: true,
    author: account,
    key: `secret-key-${id}`,
    document: new ForumDocument(),
    fields: {},
  };
  apply(post, data);
  server.posts.set(id, post);
  return { _id: id, slug: 'a-slug' };
}

function updatePost(server: ForumServer, { id, data, account }: { id: string; data: Fields; account: string }): Fields {
  refuseFields(server, data);
  const post = server.posts.get(id);
  if (post === undefined) throw new Error('app.document_not_found');
  if (post.author !== account) throw new Error('app.operation_not_allowed');
  if ('draft' in data) throw new Error('An update must not say whether a post is a draft');
  apply(post, data);
  return { _id: id, slug: 'a-slug' };
}

function apply(post: ServedPost, data: Fields): void {
  const { title, contents, ...fields } = data;
  const original = toFields(toFields(contents).originalContents);
  if (original.type !== 'lexical') throw new Error('Another type of contents');
  post.title = String(title);
  post.document.load(String(original.data));
  Object.assign(post.fields, fields);
}

function createSequence(server: ForumServer, data: Fields, author: string): Fields {
  const id = server.nextId('sequence');
  server.sequences.set(id, {
    id,
    title: String(data.title),
    author,
    chapters: server.rights.has('first chapter') ? [{ id: server.nextId('chapter'), number: 1, posts: [] }] : [],
  });
  return { _id: id };
}

function createChapter(server: ForumServer, data: Fields): Fields {
  const id = server.nextId('chapter');
  server.sequences
    .get(String(data.sequenceId))
    ?.chapters.push({ id, number: Number(data.number), posts: toStrings(data.postIds) });
  return { _id: id };
}

function updateChapter(server: ForumServer, id: string, data: Fields): Fields {
  for (const { chapters } of server.sequences.values())
    for (const chapter of chapters) if (chapter.id === id) chapter.posts = toStrings(data.postIds);
  return { _id: id };
}

const showSequence = (
  sequence: { id: string; title: string; chapters: { id: string; number: number; posts: string[] }[] } | undefined,
): Fields | null =>
  sequence === undefined
    ? null
    : {
        _id: sequence.id,
        title: sequence.title,
        chapters: sequence.chapters.map(({ id, number, posts }) => ({ _id: id, number, postIds: posts })),
      };

const toFields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const toStrings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const idOf = (variables: Fields): string => String(toFields(variables.selector)._id);

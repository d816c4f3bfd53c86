import { afterEach, describe, expect, it } from 'vitest';
import { createFakeForum, type FakeForumOptions } from './fake-forum/server.ts';

const ada = { id: 'ada', token: 'token-ada' };
const bob = { id: 'bob', token: 'token-bob', karma: 10 };
const alignmentMember = { id: 'cyd', token: 'token-cyd', isAlignmentForumMember: true };
const admin = { id: 'dot', token: 'token-dot', isAdmin: true };

type Revision = { version: string; html: string; originalContents: { type: string; data: string } };
type Chapter = { _id: string };
type Data = {
  post?: { result: { deletedDraft: boolean; shown: Revision; newest: Revision | null } | null };
  posts?: { results: unknown[] };
  createPost?: { data: { _id: string } };
  createSequence?: { data: { _id: string; chapters: Chapter[] } };
  sequence?: { result: { chapters: Chapter[] } };
  updateChapter?: { data: { postIds: string[] } };
};
type Json = { data?: Data | null; errors?: { message: string }[] };
type Forum = Awaited<ReturnType<typeof createFakeForum>>;
let open: Forum[] = [];

async function start(options: Partial<FakeForumOptions> = {}): Promise<Forum> {
  const forum = await createFakeForum({ accounts: [ada, bob, alignmentMember, admin], ...options });
  open.push(forum);
  return forum;
}

afterEach(async () => {
  await Promise.all(open.map((forum) => forum.close()));
  open = [];
});

const send = (forum: Forum, query: string, variables: object = {}, token: string | null = ada.token) =>
  fetch(`${forum.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { loginToken: token }) },
    body: JSON.stringify({ query, variables }),
  });

async function ask(forum: Forum, query: string, variables: object = {}, token: string | null = ada.token) {
  const answer: Json = await (await send(forum, query, variables, token)).json();
  return { ...answer, message: answer.errors?.[0]?.message };
}

const createQuery = 'mutation ($data: CreatePostDataInput!) { createPost(data: $data) { data { _id slug } } }';
const updateQuery =
  'mutation ($selector: SelectorInput!, $data: UpdatePostDataInput!) { updatePost(selector: $selector, data: $data) { data { _id slug } } }';
const readQuery = `query ($id: String!) { post(selector: { _id: $id }, allowNull: true) { result {
  _id title slug draft deletedDraft user { _id }
  shown: contents { version html originalContents { type data } }
  newest: contents(version: "draft") { version commitMessage updateType originalContents { type data } } } } }`;
const markdown = (data: string, updateType?: string) => ({
  originalContents: { type: 'markdown', data },
  updateType,
});

async function make(forum: Forum, data: object = {}, token = ada.token): Promise<string> {
  const made = await ask(
    forum,
    createQuery,
    { data: { title: 'An Essay', draft: true, contents: markdown('One.'), ...data } },
    token,
  );
  return made.data?.createPost?.data._id ?? made.message ?? '';
}
const update = (forum: Forum, id: string, data: object, token = ada.token) =>
  ask(forum, updateQuery, { selector: { _id: id }, data }, token);
async function read(forum: Forum, id: string, token: string | null = ada.token) {
  const { data, message } = await ask(forum, readQuery, { id }, token);
  const post = data?.post?.result;
  if (!post) throw new Error(message ?? `There is no post ${id}.`);
  return post;
}

describe('accounts and the schema', () => {
  it('identifies an account by the header loginToken, and none by an unknown token', async () => {
    const forum = await start();
    expect((await ask(forum, 'query { currentUser { _id } }')).data).toEqual({ currentUser: { _id: 'ada' } });
    expect((await ask(forum, 'query { currentUser { _id } }', {}, 'no')).data).toEqual({ currentUser: null });
  });

  it('rejects an unknown field with status 400', async () => {
    const answer = await send(await start(), 'query { currentUser { email2 } }');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Cannot query field');
  });

  it('rejects an unknown input field', async () => {
    const { message } = await ask(await start(), createQuery, { data: { title: 'A', body: 'B' } });
    expect(message).toContain('Field "body" is not defined by type "CreatePostDataInput"');
  });
});

describe('reading a post', () => {
  it('returns an error for a missing post, and null with allowNull', async () => {
    const forum = await start();
    expect((await ask(forum, '{ post(selector: { _id: "x" }) { result { _id } } }')).message).toBe(
      'app.missing_document',
    );
    expect((await ask(forum, readQuery, { id: 'x' })).data).toEqual({ post: { result: null } });
  });

  it('hides drafts, and the source of published posts, from other accounts', async () => {
    const forum = await start();
    const id = await make(forum);
    expect((await ask(forum, readQuery, { id }, bob.token)).message).toBe('app.operation_not_allowed');
    forum.publish(id);
    expect((await read(forum, id, bob.token)).shown.originalContents).toEqual({ type: 'markdown', data: '' });
    expect((await read(forum, id)).shown.originalContents.data).toBe('One.');
  });

  it('shows the source to accounts that the post is shared with', async () => {
    const forum = await start();
    const id = await make(forum, { shareWithUsers: ['bob'] });
    expect((await read(forum, id, bob.token)).newest?.originalContents.data).toBe('One.');
  });
});

describe('writing a post', () => {
  it('derives the slug from the title, with a number if it is taken', async () => {
    const forum = await start();
    const ids = [await make(forum), await make(forum)];
    expect(ids.map((id) => forum.get(id).slug)).toEqual(['an-essay', 'an-essay-1']);
  });

  it('stores each version with its number, type and message', async () => {
    const forum = await start();
    const id = await make(forum);
    await update(forum, id, { contents: { ...markdown('Two.', 'minor'), commitMessage: 'Second' } });
    const { newest, shown } = await read(forum, id);
    expect(newest).toMatchObject({ version: '0.2.0', updateType: 'minor', commitMessage: 'Second' });
    expect(shown.originalContents.data).toBe('Two.');
    expect(forum.get(id).revisions.map(({ version }) => version)).toEqual(['0.1.0', '0.2.0']);
  });

  it('rejects a new post with a forbidden field, without naming the field', async () => {
    const forum = await start();
    expect(await make(forum, { af: false })).toBe('app.validation_error');
    expect(forum.posts.all.size).toBe(0);
    expect(await make(forum, { af: true }, alignmentMember.token)).toMatch(/^post/);
  });

  it('rejects an entire update with a forbidden field, and names the field', async () => {
    const forum = await start();
    const id = await make(forum);
    const { message } = await update(forum, id, { contents: markdown('Two.'), af: false });
    expect(message).toContain('errors.disallowed_property_detected');
    expect(message).toContain('"name":"af"');
    expect(forum.contentsOf(id)?.data).toBe('One.');
  });

  it.each([
    ['coauthorStatuses', [], bob],
    ['canonicalSource', 'https://review.example/', admin],
    ['noIndex', true, admin],
  ])('lets only some accounts set %s', async (field, value, allowed) => {
    const forum = await start();
    expect(await make(forum, { [field]: value })).toBe('app.validation_error');
    expect(await make(forum, { [field]: value }, allowed.token)).toMatch(/^post/);
  });

  it('accepts an emoji in a title', async () => {
    expect(await make(await start(), { title: 'An Essay 🎉' })).toMatch(/^post/);
  });

  it("rejects an update of another account's post, and of a deleted post", async () => {
    const forum = await start();
    const id = await make(forum);
    expect((await update(forum, id, { title: 'B' }, bob.token)).message).toBe('app.operation_not_allowed');
    forum.deletePost(id);
    expect((await update(forum, id, { title: 'B' })).message).toBe('app.document_not_found');
  });

  it('makes the first publication a major version', async () => {
    const forum = await start();
    const id = await make(forum);
    await update(forum, id, { draft: false, contents: markdown('Two.', 'minor') });
    expect((await read(forum, id)).shown.version).toBe('1.0.0');
  });

  it('limits the number of published posts, but not of drafts', async () => {
    const forum = await start({ publications: 1 });
    expect(await make(forum, { draft: false })).toMatch(/^post/);
    expect(await make(forum, { draft: false })).toMatch(/^Rate limit/);
    expect(await make(forum)).toMatch(/^post/);
  });

  it('updates a published post for readers immediately', async () => {
    const forum = await start();
    const id = await make(forum, { draft: false });
    await update(forum, id, { contents: markdown('*New.*') });
    const shown = (await read(forum, id, null)).shown;
    expect(shown).toMatchObject({ version: '1.1.0' });
    expect(shown.html).toContain('<em>New.</em>');
  });
});

describe('pictures', () => {
  const first = 'One.\n\n![](https://review.example/a.png)\n';
  const second = 'Two.\n\n![](https://review.example/a.png)\n';

  it('are mirrored by a new revision of the same Markdown', async () => {
    const forum = await start();
    const id = await make(forum, { contents: markdown(first) });
    await forum.finishMirroring();
    const { newest, shown } = await read(forum, id);
    expect(newest).toMatchObject({ version: '0.1.1', commitMessage: 'Move images to CDN' });
    expect(newest?.originalContents.data).toBe(first);
    expect(shown.html).toContain('https://res.cloudinary.com/');
  });

  it('are fetched only once, and not mirrored while their URL does not respond', async () => {
    const asked: string[] = [];
    let isUp = false;
    const forum = await start({ canFetch: (address) => (asked.push(address), isUp) });
    const id = await make(forum, { contents: markdown(first) });
    await forum.finishMirroring();
    expect(forum.get(id).revisions).toHaveLength(1);
    isUp = true;
    for (const text of [second, first]) {
      await update(forum, id, { contents: markdown(text) });
      await forum.finishMirroring();
    }
    expect(asked).toHaveLength(2);
  });

  it('restore an earlier text for readers if its mirroring job ends last', async () => {
    const forum = await start();
    forum.holdBackground();
    const id = await make(forum, { contents: markdown(first) });
    await update(forum, id, { contents: markdown(second) });
    await forum.finishMirroring([1, 0]);
    const { newest, shown } = await read(forum, id);
    expect(shown.originalContents.data).toBe(first);
    expect(newest?.originalContents.data).toBe(second);
  });
});

describe('an author in the browser', () => {
  it('saves a text that readers do not see', async () => {
    const forum = await start();
    const id = await make(forum, { draft: false });
    forum.editInBrowser(id, 'Saved.', { isSavedOnly: true });
    const { newest, shown } = await read(forum, id);
    expect([shown.originalContents.data, newest?.originalContents.data]).toEqual(['One.', 'Saved.']);
    expect((await read(forum, id, bob.token)).newest).toBe(null);
  });

  it('moves the post to another editor, and to the bin', async () => {
    const forum = await start();
    const id = await make(forum);
    forum.switchEditor(id, 'lexical');
    forum.moveToBin(id);
    const post = await read(forum, id);
    expect(post.newest?.originalContents.type).toBe('lexical');
    expect(post.deletedDraft).toBe(true);
    const drafts = 'query ($user: String) { posts(selector: { drafts: { userId: $user } }) { results { _id } } }';
    expect((await ask(forum, drafts, { user: 'ada' })).data?.posts?.results).toEqual([]);
  });

  it('edits a post directly before an update', async () => {
    const forum = await start();
    const id = await make(forum);
    forum.before('updatePost', () => forum.editInBrowser(id, 'Mine.'));
    await update(forum, id, { contents: markdown('Two.') });
    expect(forum.get(id).revisions.map(({ originalContents }) => originalContents.data)).toEqual([
      'One.',
      'Mine.',
      'Two.',
    ]);
  });
});

describe('sequences', () => {
  it('get a first chapter without a number in the background', async () => {
    const forum = await start();
    forum.holdBackground();
    const made = await ask(
      forum,
      'mutation { createSequence(data: { title: "S", draft: true }) { data { _id chapters { _id } } } }',
    );
    const sequence = made.data?.createSequence?.data;
    expect(sequence?.chapters).toEqual([]);
    await forum.finishMirroring();
    const query =
      'query ($id: String) { sequence(selector: { _id: $id }) { result { chapters { _id number postIds } } } }';
    const { data } = await ask(forum, query, { id: sequence?._id });
    const chapter = data?.sequence?.result.chapters[0];
    expect(chapter).toMatchObject({ number: null, postIds: [] });
    const change =
      'mutation ($id: String) { updateChapter(selector: { _id: $id }, data: { postIds: ["p"] }) { data { postIds } } }';
    expect((await ask(forum, change, { id: chapter?._id })).data?.updateChapter?.data.postIds).toEqual(['p']);
    expect((await ask(forum, change, { id: chapter?._id }, bob.token)).message).toBe('app.operation_not_allowed');
  });
});

describe('faults and the log', () => {
  it.each([true, false])('lose the response; the change is made: %s', async (isPerformed) => {
    const forum = await start();
    forum.fail({ name: 'createPost', act: 'reset', isPerformed });
    await expect(make(forum)).rejects.toThrow();
    expect(forum.posts.all.size).toBe(isPerformed ? 1 : 0);
    expect(await make(forum)).toMatch(/^post/);
  });

  it('respond with a status, half a response or a closed connection', async () => {
    const forum = await start();
    const query = '{ currentUser { _id } }';
    forum.fail({ act: { status: 429, headers: { 'retry-after': '30' } } });
    const refused = await send(forum, query);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    forum.fail({ at: 2, act: 'truncated' });
    await send(forum, query);
    await expect(ask(forum, query)).rejects.toThrow(SyntaxError);
    forum.faults.clear();
    forum.fail({ act: 'cut' });
    await expect(ask(forum, query)).rejects.toThrow();
  });

  it('the log contains each request by name, without its token', async () => {
    const forum = await start();
    await make(forum);
    expect(forum.log.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['mutation createPost']);
    expect(JSON.stringify(forum.log)).not.toContain(ada.token);
  });
});

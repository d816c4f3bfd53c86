import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';
import type { Act, Fault, ForumServer, ServedPost } from './forum-server.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.start();
});
afterEach(() => bench.stop());

const push = (...args: string[]) => bench.run('--push', 'essay', '--yes', ...args);
const status = (code: number, headers: Record<string, string> = {}): Act => ({ kind: 'status', status: code, headers });
const html: Act = { kind: 'text', body: '<!doctype html><h1>Checking your browser</h1>' };
const cut: Extract<Act, { kind: 'cut' }> = { kind: 'cut' };
const forever: Act = { kind: 'forever' };
const errors: Act = {
  kind: 'text',
  type: 'application/json',
  body: '{"data":null,"errors":[{"message":"Something broke"}]}',
};
const then = (change: (post: ServedPost, server: ForumServer) => void): Extract<Act, { kind: 'then' }> => ({
  kind: 'then',
  change: (server) => server.posts.forEach((post) => change(post, server)),
});

/** The ledger names what is there, and says of it what is so. */
function expectTruth(): void {
  const entry = bench.ledger.posts.essay?.lesswrong;
  const posts = [...bench.server.posts.values()];
  expect(posts.length).toBeLessThanOrEqual(1);
  if (entry !== undefined && posts.length > 0) expect(entry.id).toBe(posts[0]?.id);
  if (entry?.sent !== undefined && posts[0] !== undefined)
    expect(posts[0].document.markdown).toContain('Loss falls as a power law');
}

/** The next run finishes the job, and the one after finds nothing to do. */
async function expectFinish(words: string, ...args: string[]): Promise<void> {
  bench.server.faults = [];
  expect(await push(...args)).toBe(null);
  expectTruth();
  expect([...bench.server.posts.values()].map(({ document }) => document.markdown.includes(words))).toEqual([true]);
  bench.printed = [];
  bench.server.log = [];
  expect(await push()).toBe(null);
  expect(bench.output).toBe('essay: in step.');
  expect(bench.server.log.filter(({ route }) => /create|update/.test(route))).toEqual([]);
}

type Case = [name: string, faults: Fault[], said: string | null];

describe('while a draft is made', () => {
  const create = (act: Act, more: Partial<Fault> = {}): Fault => ({ route: 'graphql:createPost', act, ...more });
  it.each<Case>([
    [
      'the token is refused with 401',
      [{ route: 'graphql:currentUser', act: status(401) }],
      'does not accept the token (status 401)',
    ],
    [
      'the token is refused with 403',
      [{ route: 'graphql:currentUser', act: status(403) }],
      'does not accept the token (status 403)',
    ],
    ['the first answer is HTML', [{ route: 'graphql:currentUser', act: html }], 'text/html instead of JSON'],
    ['the first answer comes never', [{ route: 'graphql:currentUser', times: 9, act: forever }], 'no answer in time'],
    ['the first answer is 500 and then good', [{ route: 'graphql:currentUser', act: status(500) }], null],
    ['the request is called malformed', [create(status(400))], 'status 400'],
    ['the account may not write', [create(status(401))], 'does not accept the token'],
    ['the forum asks to wait seven seconds', [create(status(429, { 'retry-after': '7' }))], null],
    [
      'the forum asks to wait until a moment',
      [create(status(429, { 'retry-after': 'Sun, 01 Feb 2026 12:01:00 GMT' }))],
      null,
    ],
    [
      'the forum asks to wait for an hour',
      [create(status(429, { 'retry-after': '3600' }))],
      'takes no more requests before 3600',
    ],
    ['it answers 500 and did nothing', [create(status(500))], null],
    ['it answers 500 and did it', [create(status(500), { isDone: true })], null],
    ['it answers HTML and did nothing', [create(html)], null],
    ['it answers HTML and did it', [create(html, { isDone: true })], null],
    ['the connection is cut before the write', [create(cut)], null],
    ['the connection is cut after the write', [create(cut, { isDone: true })], null],
    ['the answer comes never, and nothing was done', [create(forever)], null],
    ['the answer comes never, and it was done', [create(forever, { isDone: true })], null],
    ['GraphQL reports an error with status 200 and did nothing', [create(errors)], null],
    ['GraphQL reports an error with status 200 and did it', [create(errors, { isDone: true })], null],
    [
      'the answer ends in the middle',
      [create({ kind: 'text', type: 'application/json', body: '{"data":{"createPo' }, { isDone: true })],
      null,
    ],
    [
      'the answer has another shape',
      [
        create(
          { kind: 'text', type: 'application/json', body: '{"data":{"createPost":{"data":{"id":7}}}}' },
          { isDone: true },
        ),
      ],
      null,
    ],
    ['it fails again and again', [create(status(500), { times: 9 })], 'gave no answer to read (status 500)'],
    [
      'a field is refused',
      [
        create({
          kind: 'text',
          type: 'application/json',
          body: '{"errors":[{"message":"errors.disallowed_property_detected tagRelevance"}]}',
        }),
      ],
      'does not let this account set `tagRelevance`',
    ],
    ['it redirects to another host', [create(status(302, { location: 'http://127.0.0.2/steal' }))], null],
    [
      'the answer is lost, and the list of drafts too',
      [create(cut, { isDone: true }), { route: 'graphql:drafts', at: 2, times: 9, act: cut }],
      'gave no answer',
    ],
    ['what was made cannot be read', [{ route: 'graphql:post', times: 9, act: html }], null],
  ])('%s', async (_, faults, said) => {
    bench.server.faults = faults;
    const error = await push();
    if (said === null) expect(error).toBe(null);
    else expect(error).toContain(said);
    expectTruth();
    await expectFinish('None were found');
  });

  it('keeps the waits that the forum asks for', async () => {
    bench.server.faults = [create(status(429, { 'retry-after': '7' }))];
    await push();
    expect(bench.slept).toContain(7_000);
  });

  it('does not make it again where an earlier run lost the answer and the essay has a new title since', async () => {
    bench.server.faults = [create(cut, { isDone: true }), { route: 'graphql:drafts', at: 2, times: 9, act: cut }];
    expect(await push()).toContain('gave no answer');
    bench.changeEssay('title: How loss falls', 'title: How loss falls slowly');
    await expectFinish('None were found');
    expect([...bench.server.posts.values()].map(({ title }) => title)).toEqual(['How loss falls slowly']);
  });
});

describe('while a draft is changed', () => {
  const update = (act: Act, more: Partial<Fault> = {}): Fault => ({ route: 'graphql:updatePost', act, ...more });
  const edit = then(({ document }) =>
    document.write((text) => text.replace('The table is short', 'The table is tiny')),
  );
  beforeEach(async () => {
    expect(await push()).toBe(null);
    bench.changeEssay('None were found', 'No limits were found');
  });

  it.each<Case>([
    ['it answers 500 and did nothing', [update(status(500))], null],
    ['it answers 500 and did it', [update(status(500), { isDone: true })], null],
    ['the connection is cut before the write', [update(cut)], null],
    ['the connection is cut after the write', [update(cut, { isDone: true })], null],
    ['the answer comes never, and it was done', [update(forever, { isDone: true })], null],
    ['GraphQL reports an error with status 200 and did it', [update(errors, { isDone: true })], null],
    [
      'the answer is lost, and the draft cannot be read',
      [update(cut, { isDone: true }), { route: 'graphql:post', at: 3, times: 9, act: html }],
      'instead of JSON',
    ],
    ['the forum asks to wait', [update(status(429, { 'retry-after': '2' }))], null],
    ['it fails again and again', [update(html, { times: 9 })], 'instead of JSON'],
  ])('%s', async (_, faults, said) => {
    // Reads of the first push do not count.
    bench.server.faults = faults.map((fault) =>
      fault.route === 'graphql:post' ? { ...fault, at: (fault.at ?? 1) + 1 } : fault,
    );
    const error = await push();
    if (said === null) expect(error).toBe(null);
    else expect(error).toContain(said);
    expectTruth();
    await expectFinish('No limits were found');
  });

  it('someone edits it between our read and our write', async () => {
    bench.server.faults = [{ route: 'graphql:post', at: 2, act: edit }];
    expect(await push()).toContain('changed on LessWrong while this command ran');
    expect([...bench.server.posts.values()][0]?.document.markdown).toContain('The table is tiny');
    expectTruth();
    expect(await push()).toContain('The table is tiny');
    await expectFinish('No limits were found', '--theirs-is-lost');
  });

  it('the answer is lost, and someone edits it before we look', async () => {
    bench.server.faults = [update({ ...cut, change: edit.change }, { isDone: true })];
    expect(await push()).toContain('while this command ran');
    expect([...bench.server.posts.values()][0]?.document.markdown).toContain('The table is tiny');
    expectTruth();
    await expectFinish('No limits were found', '--theirs-is-lost');
  });

  it('it is published between our read and our write', async () => {
    bench.server.faults = [{ route: 'graphql:post', at: 2, act: then((post) => void (post.isDraft = false)) }];
    expect(await push()).toContain('changed on LessWrong while this command ran');
    expect([...bench.server.posts.values()][0]?.document.markdown).toContain('None were found');
    expect(await push()).toContain('is public');
  });

  it('it was deleted there', async () => {
    bench.server.posts.clear();
    expect(await push()).toContain(
      'was deleted on LessWrong. To make a new one, take `essay` out of `content/posts.yaml`.',
    );
    expect(bench.server.posts.size).toBe(0);
    expect(await bench.run('--status')).toBe(null);
    expect(bench.output).toMatch(/essay +lesswrong +changed since +deleted/);
    bench.change('content/posts.yaml', () => '');
    await expectFinish('No limits were found');
  });

  it('it is deleted between our read and our write', async () => {
    bench.server.faults = [
      { route: 'graphql:post', at: 2, act: { kind: 'then', change: (server) => server.posts.clear() } },
    ];
    expect(await push()).toContain('while this command ran');
    expect(bench.server.posts.size).toBe(0);
  });
});

describe('while the sequence is made', () => {
  const all = () => bench.run('--push', 'all', '--sequence', '--model-written-is-known', '--yes');
  it.each<[string, Fault[]]>([
    ['the answer to the sequence is lost', [{ route: 'graphql:createSequence', isDone: true, act: cut }]],
    ['the sequence is refused with 500', [{ route: 'graphql:createSequence', act: status(500) }]],
    ['the answer to the chapter is lost', [{ route: 'graphql:createChapter', isDone: true, act: cut }]],
    ['the answer to the chapter is HTML', [{ route: 'graphql:createChapter', isDone: true, act: html }]],
    ['the chapter fails again and again', [{ route: 'graphql:createChapter', times: 9, act: status(500) }]],
  ])('%s', async (_, faults) => {
    bench.server.faults = faults;
    await all();
    bench.server.faults = [];
    expect(await all()).toBe(null);
    const { posts } = bench.ledger;
    expect(
      [...bench.server.sequences.values()].map(({ chapters }) => chapters.map((chapter) => chapter.posts)),
    ).toEqual([[[posts.essay?.lesswrong?.id, posts.drafted?.lesswrong?.id]]]);
    expect(bench.server.posts.size).toBe(2);
  });

  it('the second of two posts fails, and the next run goes on there', async () => {
    bench.server.faults = [{ route: 'graphql:createPost', at: 2, times: 9, act: status(400) }];
    expect(await all()).toContain('status 400');
    expect(Object.keys(bench.ledger.posts)).toEqual(['essay']);
    bench.server.faults = [];
    expect(await all()).toBe(null);
    expect([...bench.server.posts.values()].map(({ title }) => title)).toEqual(['How loss falls', 'What was drafted']);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act, Fault } from '../fake-forum/server.ts';
import { isLong } from '../long.ts';
import { PushProject } from './push-project.ts';

let project: PushProject;
beforeEach(async () => {
  project = await PushProject.create();
});
afterEach(() => project.close());

const status = (code: number, headers: Record<string, string> = {}): Act => ({ status: code, headers });
const html: Act = { status: 200, body: '<!doctype html><h1>Checking your browser</h1>' };
const errors: Act = {
  status: 200,
  type: 'application/json',
  body: '{"data":null,"errors":[{"message":"Something broke"}]}',
};

/** Expects that the ledger names an existing post, and never records something as sent that was not. */
function expectTruth(): void {
  const entry = project.ledger.posts.essay;
  const posts = [...project.forum.posts.all.keys()];
  if (entry !== undefined) expect(posts).toContain(entry.id);
  expect(posts.length).toBeLessThanOrEqual(1);
}

/**
 * Expects that the next run without faults leaves one post with exactly the essay's Markdown, and that the run after it
 * changes nothing.
 */
async function expectFinish(...options: string[]): Promise<void> {
  project.forum.faults.clear();
  expect(await project.push(...options)).toBe(null);
  expect(project.onlyPost()).toMatchObject({ text: project.markdownOf(), shown: project.markdownOf() });
  expect(await project.read('--push', 'essay', '--yes')).toBe('essay: up to date.');
}

/** Every fault of one request: what fails, and whether the request was carried out. */
const acts: [string, Act, boolean][] = [
  ['500, not carried out', status(500), false],
  ['500, carried out', status(500), true],
  ['502 as HTML, carried out', { status: 502, body: '<h1>Bad gateway</h1>' }, true],
  ['a page of a proxy, not carried out', html, false],
  ['a page of a proxy, carried out', html, true],
  ['a connection reset, not carried out', 'reset', false],
  ['a connection reset, carried out', 'reset', true],
  ['a truncated response', 'truncated', true],
  ['a response that is cut off', 'cut', true],
  ['an endless response', 'endless', true],
  ['GraphQL errors, carried out', errors, true],
  ['GraphQL errors, not carried out', errors, false],
  ['429 without Retry-After', status(429), false],
  ['429 with Retry-After', status(429, { 'retry-after': '7' }), false],
  ['a redirect', status(302, { location: 'https://elsewhere.test/' }), false],
  ['an empty response', { status: 200, type: 'application/json', body: '' }, true],
];
/** One act of each kind: an error status, a response that is not JSON, no response, and a truncated one. */
const fewActs = acts.filter(([name]) =>
  [
    '500, carried out',
    'a page of a proxy, not carried out',
    'a connection reset, carried out',
    'a truncated response',
  ].includes(name),
);

type Case = { name: string; times: number; what: string; act: Act; isPerformed: boolean };

/**
 * Returns faults of requests: all kinds for a write that fails once, some of each kind for reads and repeated failures.
 */
function casesOf(write: string, reads: readonly string[]): Case[] {
  const names = [write, ...reads, 'currentUser', 'tags'];
  return names.flatMap((name) =>
    [1, 9].flatMap((times) =>
      (isLong || (name === write && times === 1) ? acts : name === write || times === 1 ? fewActs : []).map(
        ([what, act, isPerformed]) => ({ name, times, what, act, isPerformed }),
      ),
    ),
  );
}

describe('a push recovers from a fault while it creates a post', () => {
  it.each(casesOf('createPost', ['posts']))(
    'in $name, $times times: $what',
    async ({ name, times, act, isPerformed }) => {
      project.forum.fail({ name, act, isPerformed, times });
      await project.push();
      expectTruth();
      await expectFinish();
    },
  );
});

describe('a push recovers from a fault while it updates a post', () => {
  it.each(casesOf('updatePost', ['post']))(
    'in $name, $times times: $what',
    async ({ name, times, act, isPerformed }) => {
      await project.push();
      project.changeEssay('None were found', 'No limits were found');
      project.forum.fail({ name, act, isPerformed, times });
      await project.push();
      expectTruth();
      await expectFinish();
    },
  );
});

describe('after a lost response', () => {
  const update = (fault: Partial<Fault> = {}): Fault => ({
    name: 'updatePost',
    act: 'reset',
    isPerformed: true,
    ...fault,
  });
  beforeEach(async () => {
    expect(await project.push()).toBe(null);
    project.changeEssay('None were found', 'No limits were found');
  });

  it('the next run reports “up to date” if the change arrived', async () => {
    project.forum.fail(update());
    project.forum.fail({ name: 'post', at: 3, times: 9, act: html });
    expect(await project.push()).toContain('gave no answer that can be read');
    project.forum.faults.clear();
    expect(await project.read('--push', 'essay', '--yes')).toBe('essay: up to date.');
  });

  it('a later change of the essay is an ordinary update', async () => {
    project.forum.fail(update());
    project.forum.fail({ name: 'post', at: 3, times: 9, act: html });
    await project.push();
    project.changeEssay('No limits were found', 'No limits are known');
    await expectFinish();
  });

  it('a concurrent edit on the forum is not overwritten', async () => {
    project.forum.fail(update());
    const { id, text } = project.onlyPost();
    project.forum.before('post', () => project.forum.editInBrowser(id, text.replace('made up', 'invented')), 3);
    expect(await project.push()).toContain('while this command ran');
    expect(project.onlyPost().text).toContain('invented');
    project.forum.faults.clear();
    expect(await project.push()).toContain('was edited on LessWrong');
    await expectFinish('--overwrite-remote');
  });

  it('no second post is created, even if the essay has another title', async () => {
    project.change('content/posts.yaml', () => '');
    project.forum.deletePost(project.onlyPost().id);
    project.forum.fail({ name: 'createPost', act: 'reset', isPerformed: true });
    project.forum.fail({ name: 'posts', at: 2, times: 9, act: 'reset' });
    expect(await project.push()).toContain('gave no answer');
    project.changeEssay('title: How loss falls', 'title: How loss falls slowly');
    await expectFinish();
    expect(project.onlyPost().title).toBe('How loss falls slowly');
  });
});

describe('between the plan and the write', () => {
  beforeEach(async () => {
    expect(await project.push()).toBe(null);
    project.changeEssay('None were found', 'No limits were found');
  });

  it.each<[string, (id: string) => void]>([
    ['someone edits the post', (id) => project.forum.editInBrowser(id, 'Another text.')],
    [
      'someone saves a change without publishing it',
      (id) => project.forum.editInBrowser(id, 'Saved.', { isSavedOnly: true }),
    ],
    ['someone changes its title', (id) => project.forum.retitle(id, 'Another title')],
    ['it is published', (id) => project.forum.publish(id)],
    ['it is moved to another editor', (id) => project.forum.switchEditor(id, 'lexical')],
    ['it is moved to the bin', (id) => project.forum.moveToBin(id)],
    ['it is deleted', (id) => project.forum.deletePost(id)],
  ])('%s, and nothing is overwritten', async (_, change) => {
    const { id } = project.onlyPost();
    project.forum.before('post', () => change(id), 2);
    expect(await project.push()).toContain('while this command ran; nothing was overwritten');
    expect(project.writes()).toEqual(['createPost']);
  });
});

describe('a push recovers from a fault while it creates the sequence', () => {
  it.each(
    ['createSequence', 'createChapter', 'sequence', 'sequences', 'updateChapter'].flatMap((name) =>
      (isLong || name === 'createSequence' ? acts : fewActs).map(([what, act, isPerformed]) => ({
        name,
        what,
        act,
        isPerformed,
      })),
    ),
  )('in $name: $what', async ({ name, act, isPerformed }) => {
    project.forum.fail({ name, act, isPerformed });
    await project.pushAll();
    project.forum.faults.clear();
    await project.forum.finishMirroring();
    expect(await project.pushAll()).toBe(null);
    const { posts } = project.ledger;
    expect(project.chapters()).toEqual([[[posts.essay?.id, posts.drafted?.id]]]);
  });

  it('in the second of two posts', async () => {
    project.forum.fail({ name: 'createPost', at: 2, times: 9, act: status(400) });
    expect(await project.pushAll()).toContain('status 400');
    expect(project.output).toContain('drafted: failed.');
    expect(Object.keys(project.ledger.posts)).toEqual(['essay']);
    project.forum.faults.clear();
    expect(await project.pushAll()).toBe(null);
    expect([...project.forum.posts.all.values()].map(({ title }) => title)).toEqual([
      'How loss falls',
      'What was drafted',
    ]);
  });
});

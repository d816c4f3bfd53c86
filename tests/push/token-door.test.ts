import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.start();
});
afterEach(() => bench.stop());

const push = (...args: string[]) => bench.run('--push', 'essay', '--yes', ...args);
const onlyPost = () => {
  expect(bench.server.posts.size).toBe(1);
  const [post] = bench.server.posts.values();
  if (post === undefined) throw new Error('There is no post.');
  return post;
};
const writes = () => bench.server.log.filter(({ route }) => /create|update/.test(route)).map(({ route }) => route);

describe('a push with a token', () => {
  it('makes a draft, writes the ledger, and is in step afterwards', async () => {
    expect(await push()).toBe(null);
    const post = onlyPost();
    expect(post).toMatchObject({
      title: 'How loss falls',
      isDraft: true,
      fields: { draft: true, tagRelevance: { tag1: 1 } },
    });
    expect(post.document.markdown).toContain('$L(N) = a N^{-b}$');
    expect(bench.ledger.posts.essay?.lesswrong).toMatchObject({
      id: post.id,
      public: false,
      pushed: expect.stringMatching(/^2026-02-01T12:00/),
    });
    expect(bench.output).toContain('The forum has no tag “No such tag”');
    expect(bench.output).toContain('Co-authors are not set');
    bench.printed = [];
    expect(await push()).toBe(null);
    expect(bench.output).toBe('essay: in step.');
    expect(writes()).toEqual(['graphql:createPost']);
  });

  it('shows first what would be sent, and sends nothing where nobody agrees', async () => {
    expect(await bench.run('--push', 'essay')).toBe(null);
    bench.answers = [false];
    expect(await bench.run('--push', 'essay')).toBe(null);
    expect(bench.server.posts.size).toBe(0);
    expect(bench.output).toContain('would be made as a draft, “How loss falls”');
    expect(bench.output).toContain('Nothing was sent. Add `--yes` to send it.');
    bench.answers = [true];
    expect(await bench.run('--push', 'essay')).toBe(null);
    expect(bench.server.posts.size).toBe(1);
  });

  it('changes the draft where the essay changed, and never says whether it is one', async () => {
    await push();
    bench.changeEssay('None were found', 'No limits were found');
    bench.printed = [];
    expect(await push()).toBe(null);
    expect(bench.output).toContain('+No limits were found');
    expect(onlyPost().document.markdown).toContain('No limits were found');
    expect(await push()).toBe(null);
    expect(writes()).toEqual(['graphql:createPost', 'graphql:updatePost']);
  });

  it('never overwrites what was edited there, unless the author gives it up', async () => {
    await push();
    onlyPost().document.write((html) => html.replace('None were found', 'Nothing was found'));
    expect(await push()).toBe(null);
    expect(bench.output).toContain('edited on the forum and unchanged here');
    bench.changeEssay('The table is short', 'The table is very short');
    expect(await push()).toContain('-None were found');
    expect(onlyPost().document.markdown).toContain('Nothing was found');
    expect(await push('--theirs-is-lost')).toBe(null);
    expect(onlyPost().document.markdown).toContain('None were found');
  });

  it('sees an edit of a comma', async () => {
    await push();
    onlyPost().document.write((html) => html.replace('short, and', 'short; and'));
    bench.changeEssay('None were', 'No limits were');
    expect(await push()).toContain('was edited on the forum since');
  });

  it('refuses to change what is public', async () => {
    await push();
    onlyPost().isDraft = false;
    bench.changeEssay('None were', 'No limits were');
    expect(await push()).toContain('is public');
    expect(writes()).toEqual(['graphql:createPost']);
  });

  it('finds its own draft again where the ledger is lost', async () => {
    await push();
    bench.change('content/posts.yaml', () => '');
    expect(await push()).toBe(null);
    expect(bench.output).toContain('essay: in step.');
    expect(bench.ledger.posts.essay?.lesswrong?.id).toBe(onlyPost().id);
  });

  it('keeps the comments of the ledger', async () => {
    await push();
    bench.change('content/posts.yaml', (text) =>
      text.replace('    lesswrong:', '    # Ours since February.\n    lesswrong:'),
    );
    bench.changeEssay('None were', 'No limits were');
    await push();
    expect(bench.everythingWritten).toContain('# Ours since February.');
  });

  it('sets what only some may set where authors.yaml says that this account may', async () => {
    expect(await push('--forum', 'alignmentforum')).toContain('`may: [af]`');
    bench.change('content/authors.yaml', (text) => text.replace('may: []', 'may: [af, co-authors]'));
    expect(await push('--forum', 'alignmentforum')).toContain('does not let this account set `af`');
    bench.server.rights = new Set(['af', 'coauthorStatuses']);
    expect(await push('--forum', 'alignmentforum')).toBe(null);
    expect(onlyPost().fields).toMatchObject({
      af: true,
      coauthorStatuses: [{ userId: 'ben1', confirmed: false, requested: true }],
    });
    expect(Object.keys(bench.ledger.posts.essay ?? {})).toEqual(['lesswrong', 'alignmentforum']);
  });

  it('carries the canonical page as its link where the review wants it', async () => {
    bench.change('content/review.yaml', (text) => `${text}linkPosts: true\n`);
    await push();
    expect(onlyPost().fields).toMatchObject({
      url: `${bench.server.base}review/essays/essay/`,
      postCategory: 'linkpost',
    });
  });

  it.each([false, true])(
    'makes the sequence in the order of the review, once (the forum makes a chapter itself: %s)',
    async (isMade) => {
      if (isMade) bench.server.rights.add('first chapter');
      const all = () => bench.run('--push', 'all', '--sequence', '--model-written-is-known', '--yes');
      expect(await all()).toBe(null);
      expect(await all()).toBe(null);
      const [sequence, ...others] = bench.server.sequences.values();
      expect(others).toEqual([]);
      const { posts } = bench.ledger;
      expect(sequence?.chapters.map((chapter) => chapter.posts)).toEqual([
        [posts.essay?.lesswrong?.id, posts.drafted?.lesswrong?.id],
      ]);
      expect(bench.ledger.sequences.lesswrong).toMatchObject({ id: sequence?.id, chapter: sequence?.chapters[0]?.id });
      bench.change('content/review.yaml', (text) => text.replace('[essay, drafted]', '[drafted, essay]'));
      expect(await all()).toBe(null);
      expect(sequence?.chapters.map((chapter) => chapter.posts)).toEqual([
        [posts.drafted?.lesswrong?.id, posts.essay?.lesswrong?.id],
      ]);
    },
  );

  it('leaves out what is not cleared where all are to be pushed', async () => {
    bench.changeEssay('status: cleared, by: checklist, on: 2026-01-02', 'status: review');
    expect(await bench.run('--push', 'all', '--model-written-is-known', '--yes')).toBe(null);
    expect(bench.output).toContain('Left out, because they are not cleared: essay.');
    expect([...bench.server.posts.values()].map(({ title }) => title)).toEqual(['What was drafted']);
  });

  it('leads links to a sibling’s post once that is public', async () => {
    await bench.run('--push', 'all', '--model-written-is-known', '--yes');
    const drafted = bench.server.posts.get(bench.ledger.posts.drafted?.lesswrong?.id ?? '');
    if (drafted !== undefined) drafted.isDraft = false;
    expect(await bench.run('--status')).toBe(null);
    expect(bench.ledger.posts.drafted?.lesswrong?.public).toBe(true);
    expect(await push()).toBe(null);
    expect(bench.server.posts.get(bench.ledger.posts.essay?.lesswrong?.id ?? '')?.document.markdown).toContain(
      `[drafted elsewhere](${bench.ledger.posts.drafted?.lesswrong?.url})`,
    );
  });
});

describe('a push is refused before a byte leaves', () => {
  it.each([
    [
      'an essay that is not cleared',
      (one: Bench) => one.changeEssay('status: cleared, by: checklist, on: 2026-01-02', 'status: review'),
      'is not cleared',
    ],
    ['a title with an emoji', (one: Bench) => one.changeEssay('How loss falls', 'How loss falls 📉'), 'holds an emoji'],
    [
      'a page that does not answer',
      (one: Bench) => void one.server.dead.add('/review/essays/essay/'),
      'Publish the site first',
    ],
    ['no token', (one: Bench) => void (one.token = null), '`LESSWRONG_TOKEN`'],
    [
      'an essay that is not there',
      (one: Bench) => one.change('content/review.yaml', (text) => text.replace('essay,', '')),
      'unlisted-essay',
    ],
  ])('%s', async (_, spoil, words) => {
    spoil(bench);
    expect(await push()).toContain(words);
    expect(bench.server.log.filter(({ text }) => text.includes('Loss falls'))).toEqual([]);
    expect(bench.server.posts.size).toBe(0);
  });

  it('an essay that a model drafted and nobody reviewed, unless the author knows', async () => {
    const drafted = (...args: string[]) => bench.run('--push', 'drafted', '--yes', ...args);
    expect(await drafted()).toContain(
      `may reject a post that is mostly such text (${bench.server.base}posts/KXujJjnmP85u8eM6B)`,
    );
    expect(bench.server.log).toEqual([]);
    expect(await drafted('--model-written-is-known')).toBe(null);
    expect([...bench.server.posts.values()].map(({ title }) => title)).toEqual(['What was drafted']);
  });
});

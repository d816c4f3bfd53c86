import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.start();
});
afterEach(() => bench.stop());

const push = (...args: string[]) => bench.run('--push', 'essay', '--yes', ...args);
const run = async (...args: string[]) => {
  bench.printed = [];
  const error = await bench.run(...args);
  return error ?? bench.output;
};
const onlyPost = () => {
  const [post] = bench.server.posts.values();
  if (post === undefined) throw new Error('There is no post.');
  return post;
};
const rowOf = (output: string, slug: string) =>
  output
    .split('\n')
    .slice(1)
    .find((line) => line.startsWith(`${slug} `))
    ?.split(/ {2,}/)
    .slice(1, 4);

describe('--status', () => {
  it('tells posts that were never made, are in step, changed here, were edited there, are public, were deleted', async () => {
    expect(rowOf(await run('--status'), 'essay')).toEqual(['–', 'never posted', '–']);
    await push();
    expect(rowOf(await run('--status'), 'essay')).toEqual(['lesswrong', 'in step', 'draft']);
    bench.changeEssay('None were found', 'No limits were found');
    const changed = await run('--status');
    expect(rowOf(changed, 'essay')).toEqual(['lesswrong', 'changed since', 'draft']);
    expect(changed).toContain('-None were found that hold for every model');
    expect(changed).toContain('+No limits were found that hold for every model');
    expect(changed).not.toContain('[@kaplan2020scaling]');
    onlyPost().document.write((html) => html.replace('made up', 'invented'));
    expect(rowOf(await run('--status'), 'essay')).toEqual(['lesswrong', 'changed since', 'draft, edited on the forum']);
    onlyPost().isDraft = false;
    bench.token = null;
    expect(rowOf(await run('--status'), 'essay')).toEqual([
      'lesswrong',
      'changed since',
      'public, edited on the forum',
    ]);
    expect(bench.ledger.posts.essay?.lesswrong).toMatchObject({
      public: true,
      url: `${bench.server.base}posts/post1/a-slug`,
    });
    bench.server.posts.clear();
    expect(rowOf(await run('--status'), 'essay')).toEqual(['lesswrong', 'changed since', 'deleted, or a draft again']);
    bench.token = 'secret-token-1';
    expect(rowOf(await run('--status'), 'essay')).toEqual(['lesswrong', 'changed since', 'deleted']);
  });

  it('says of a draft that nothing here opens that it needs a token or its link', async () => {
    await push();
    bench.token = null;
    expect(rowOf(await run('--status'), 'essay')).toEqual([
      'lesswrong',
      'in step',
      'a draft that needs a token or its link',
    ]);
  });

  it('goes on where one post cannot be read', async () => {
    await push();
    bench.server.faults = [
      { route: 'api/post', times: 9, act: { kind: 'text', body: '<h1>Checking your browser</h1>' } },
    ];
    const output = await run('--status');
    expect(output).toContain('does not give the post `post1` as Markdown');
    expect(rowOf(output, 'drafted')).toEqual(['–', 'never posted', '–']);
  });

  it('changes nothing where nothing changed', async () => {
    await push();
    const before = bench.everythingWritten;
    await run('--status');
    await run('--diff', 'essay');
    await run('--pull', 'essay');
    expect(bench.everythingWritten).toBe(before);
  });
});

describe('--diff', () => {
  it('shows what a reader of the post would see change, without asking anybody', async () => {
    expect(await run('--diff', 'essay')).toBe('essay was never posted on LessWrong.');
    await push();
    bench.server.log = [];
    expect(await run('--diff', 'essay')).toBe('essay is as it was pushed.');
    bench.changeEssay('[@kaplan2020scaling]', '[@hoffmann2022training]');
    const diff = await run('--diff', 'essay');
    expect(diff).toMatch(/^-Loss falls as a power law \(‹link Kaplan et al., 2020/m);
    expect(diff).toMatch(/^\+Loss falls as a power law \(‹link Hoffmann et al., 2022/m);
    expect(bench.server.log).toEqual([]);
  });

  it('shows emphasis that is gone', async () => {
    await push();
    bench.changeEssay('One *limit*', 'One limit');
    expect(await run('--diff', 'essay')).toContain('-[item] One *limit* is data.\n+[item] One limit is data.');
  });

  it('says that only the form changed where a reader takes the same', async () => {
    await push();
    bench.changeEssay('$L(N) = a N^{-b}$', '$L(N) =  a N^{-b}$');
    expect(await run('--diff', 'essay')).toMatch(
      /^essay (?:is as it was pushed\.|: changed in form only)|^essay: changed in form only/,
    );
  });

  it('names the essays where it knows none', async () => {
    expect(await run('--diff', 'esay')).toBe('No essay has the slug `esay`. Choose one of `essay`, `drafted`.');
  });
});

describe('--pull', () => {
  it('shows what changed on the forum: by token, from a public post without one, from a draft by its link', async () => {
    await push();
    const post = onlyPost();
    expect(await run('--pull', 'essay')).toBe('essay: on LessWrong it says what was pushed.');
    post.document.write((html) => html.replace('made up', 'invented'));
    const words = '+The table is short, and the prices in it are invented.';
    expect(await run('--pull', 'essay')).toContain(words);
    bench.token = null;
    expect(await run('--pull', 'essay')).toContain('cannot be read without a token in `LESSWRONG_TOKEN`');
    expect(await run('--pull', 'essay', '--draft', bench.server.linkOf(post))).toContain(words);
    post.isDraft = false;
    expect(await run('--pull', 'essay')).toContain(words);
  });
});

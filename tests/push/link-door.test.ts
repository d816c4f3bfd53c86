import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linesOfMeaning } from '../../src/remote/forum/meaning.ts';
import { Bench } from './bench.ts';
import type { ServedPost } from './forum-server.ts';

let bench: Bench;
let draft: ServedPost;
beforeEach(async () => {
  bench = new Bench();
  await bench.start();
  bench.token = null;
  draft = bench.server.addDraft('draft1', 'How loss falls');
});
afterEach(() => bench.stop());

const push = (...args: string[]) =>
  bench.run('--push', 'essay', '--draft', bench.server.linkOf(draft), '--yes', ...args);
const edits = () =>
  bench.server.log.filter(({ route }) => route.startsWith('agent:')).map(({ route }) => route.slice('agent:'.length));
const forget = () => void (bench.server.log = []);
const lines = () => linesOfMeaning(draft.document.markdown);

describe('a push through the link of a draft', () => {
  it('suggests the whole body of an empty draft, and nothing twice', async () => {
    expect(await push()).toBe(null);
    expect(edits()).toEqual(['insertBlock']);
    expect(draft.document.threads.map(({ type }) => type)).toEqual(['insert']);
    expect(lines()).toContain('## Limits');
    expect(lines()).toContain('‹display formula \\sum_i x_i < 2›');
    forget();
    expect(await push()).toBe(null);
    draft.document.acceptAll();
    expect(await push()).toBe(null);
    expect(edits()).toEqual([]);
    expect(bench.ledger.posts.essay?.lesswrong).toMatchObject({ id: 'draft1', public: false });
  });

  it('makes the edits at once where the author wants it', async () => {
    expect(await push('--edit')).toBe(null);
    expect(draft.document.threads).toEqual([]);
    expect(bench.ledger.posts.essay?.lesswrong?.there).toMatch(/^[0-9a-f]{64}$/);
  });

  it('suggests words as words, a new paragraph as an insertion, one that is gone as a deletion', async () => {
    await push('--edit');
    bench.changeEssay('None were found', 'No limits were found');
    bench.changeEssay(
      'The table is short, and the prices in it are made up.',
      'Nothing of this kind stood here before at all.',
    );
    forget();
    expect(await push()).toBe(null);
    expect(edits()).toEqual(['replaceText', 'deleteBlock', 'insertBlock']);
    expect(draft.document.threads).toMatchObject([
      { type: 'replace', content: expect.stringContaining('None'), replaceWith: expect.stringContaining('No limits') },
      { type: 'delete' },
      { type: 'insert' },
    ]);
    forget();
    expect(await push()).toBe(null);
    expect(edits()).toEqual([]);
    draft.document.acceptAll();
    expect(await push()).toBe(null);
    expect(edits()).toEqual([]);
    expect(lines().join('\n')).toContain('No limits were found that hold');
    expect(lines().at(-1)).toContain('Kaplan');
  });

  it('replaces a paragraph whose formula changed', async () => {
    await push('--edit');
    bench.changeEssay('a N^{-b}', 'c N^{-b}');
    forget();
    expect(await push('--edit')).toBe(null);
    expect(edits()).toEqual(['deleteBlock', 'insertBlock']);
    expect(lines()[1]).toContain('‹formula L(N) = c N^{-b}›');
    expect(lines()[2]).toContain('learning rate');
  });

  it('cannot suggest that a display formula goes, and says so', async () => {
    await push('--edit');
    bench.changeEssay('x_i < 2', 'x_i < 3');
    expect(await push()).toBe(null);
    expect(bench.output).toContain('A display formula cannot be deleted as a suggestion');
    expect(bench.ledger.posts.essay?.lesswrong?.sent).not.toBe(undefined);
    expect(await push('--edit')).toBe(null);
    expect(lines()).toContain('‹display formula \\sum_i x_i < 3›');
  });

  it('leaves comments, and text that others added', async () => {
    await push('--edit');
    draft.document.insert('A paragraph of a co-author, about something else.', {
      location: { before: 'Prices' },
      mode: 'edit',
    });
    draft.document.comments.push('Is this so?');
    bench.changeEssay('The table is short, and', 'The table is short and');
    expect(await push('--edit')).toBe(null);
    expect(lines()).toContain('A paragraph of a co-author, about something else.');
    expect(lines()).toContain('The table is short and the prices in it are made up.');
    expect(draft.document.comments).toEqual(['Is this so?']);
  });

  it('leaves what was edited or deleted there, and overwrites it only where the author gives it up', async () => {
    await push('--edit');
    draft.document.write((html) => html.replace('None were found', 'Nothing was found'));
    forget();
    expect(await push('--edit')).toBe(null);
    expect(edits()).toEqual([]);
    expect(bench.output).toContain('Edited on the forum, and left so: “Nothing was found');
    bench.changeEssay('None were found', 'No limits were found');
    expect(await push('--edit')).toBe(null);
    expect(edits()).toEqual([]);
    expect(bench.output).toContain('Edited on the forum and changed here too');
    expect(await push('--edit', '--theirs-is-lost')).toBe(null);
    expect(lines().join('\n')).toContain('No limits were found');
  });

  it('suggests its own version beside one that was edited there', async () => {
    await push('--edit');
    draft.document.write((html) => html.replace('None were found', 'Nothing was found'));
    bench.changeEssay('None were found', 'No limits were found');
    expect(await push()).toBe(null);
    expect(draft.document.threads.map(({ type }) => type)).toEqual(['replace']);
    draft.document.acceptAll();
    expect(lines().join('\n')).toContain('No limits were found');
  });

  it('shows the edits first, and makes none where nobody agrees', async () => {
    expect(await bench.run('--push', 'essay', '--draft', bench.server.linkOf(draft))).toBe(null);
    expect(bench.output).toContain('+ ## Limits');
    expect(bench.output).toContain('Nothing was sent');
    expect(edits()).toEqual([]);
    expect(bench.ledger.posts).toEqual({});
  });

  it('refuses to change at once what is public, and suggests there', async () => {
    await push('--edit');
    draft.isDraft = false;
    bench.changeEssay('None were', 'No limits were');
    expect(await push('--edit')).toContain('is public');
    expect(await push()).toBe(null);
    expect(draft.document.threads.map(({ type }) => type)).toEqual(['replace']);
    expect(bench.ledger.posts.essay?.lesswrong?.public).toBe(true);
  });

  it('keeps one draft for one essay', async () => {
    await push('--edit');
    expect(
      await bench.run('--push', 'drafted', '--draft', bench.server.linkOf(draft), '--yes', '--model-written-is-known'),
    ).toContain('is the copy of `essay`');
    draft = bench.server.addDraft('draft2', 'How loss falls');
    expect(await push()).toContain('is the post `draft1`, and the link leads to `draft2`');
  });
});

describe('model-written text', () => {
  const drafted = (...args: string[]) =>
    bench.run('--push', 'drafted', '--draft', bench.server.linkOf(draft), '--yes', '--model-written-is-known', ...args);
  const changeDrafted = (from: string, to: string) => bench.changeEssay(from, to, 'drafted');
  beforeEach(() => void (draft = bench.server.addDraft('draft1', 'What was drafted')));

  it('goes into an empty draft directly, in one block a section', async () => {
    expect(await drafted()).toBe(null);
    expect(edits()).toEqual(['insertBlock', 'insertLLMBlock', 'insertLLMBlock', 'insertLLMBlock', 'insertBlock']);
    expect(lines().filter((line) => line.startsWith('[text of Model A] #'))).toEqual([
      '[text of Model A] ## First section',
      '[text of Model A] ## Second section',
    ]);
    expect(lines()[0]).not.toContain('text of');
    forget();
    expect(await drafted()).toBe(null);
    expect(edits()).toEqual([]);
  });

  it('changes by suggested words inside its block', async () => {
    await drafted();
    draft.document.acceptAll();
    changeDrafted('growth is slow', 'growth is quick');
    forget();
    expect(await drafted()).toBe(null);
    expect(edits()).toEqual(['replaceText']);
    draft.document.acceptAll();
    expect(lines().join('\n')).toContain('growth is quick');
    expect(await drafted()).toBe(null);
    expect(edits()).toEqual(['replaceText']);
  });

  it('is replaced as a block only under --edit, with a word on why', async () => {
    await drafted();
    draft.document.acceptAll();
    changeDrafted('$x^2$', '$x^3$');
    forget();
    expect(await drafted()).toBe(null);
    expect(edits()).toEqual([]);
    expect(bench.output).toContain('More than words changed in this section of model-written text');
    expect(await bench.run('--status')).toBe(null);
    expect(bench.output).toContain('changed since');
    expect(await drafted('--edit')).toBe(null);
    expect(edits()).toEqual(['deleteBlock', 'insertLLMBlock']);
    expect(bench.output).toContain('The block of this section is replaced as a whole');
    const at = (text: string) => lines().findIndex((line) => line.includes(text));
    expect(at('x^3')).toBeGreaterThan(at('A model wrote'));
    expect(at('x^3')).toBeLessThan(at('## Second section'));
  });

  it('is not put at once into a draft that holds text of others', async () => {
    draft.document.insert('Words of the author.', { location: 'end', mode: 'edit' });
    expect(await drafted()).toBe(null);
    expect(edits()).toEqual(['insertBlock']);
    expect(bench.output).toContain('New model-written text can only be inserted at once');
    expect(await drafted('--edit')).toBe(null);
    expect(edits().filter((route) => route === 'insertLLMBlock')).toHaveLength(3);
    const order = ['canonical version', 'A model wrote', '## First section', '## Second section', 'References'].map(
      (text) => lines().findIndex((line) => line.includes(text)),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(lines()).toContain('Words of the author.');
  });
});

describe('a link that is none', () => {
  it.each([
    ['https://example.org/editPost?postId=a&key=secret-key-x', 'is not the edit address'],
    ['nonsense', 'holds no key'],
  ])('%s', async (address, words) => {
    const said = await bench.run('--push', 'essay', '--draft', address, '--yes');
    expect(said).toContain(words);
    expect(said).not.toContain('secret-key');
  });
});

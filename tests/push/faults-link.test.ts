import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutStyles } from '../../src/forum-model/meaning/blocks.ts';
import { linesOfMeaning } from '../../src/remote/forum/meaning.ts';
import { Bench } from './bench.ts';
import type { Act, Fault, ServedPost } from './forum-server.ts';

let bench: Bench;
let draft: ServedPost;
beforeEach(async () => {
  bench = new Bench();
  await bench.start();
  bench.token = null;
});
afterEach(() => bench.stop());

const run = (slug: string, ...args: string[]) =>
  bench.run('--push', slug, '--draft', bench.server.linkOf(draft), '--yes', '--model-written-is-known', ...args);
const status = (code: number, headers: Record<string, string> = {}): Act => ({ kind: 'status', status: code, headers });
const html: Act = { kind: 'text', body: '<!doctype html><h1>Checking your browser</h1>' };
const cut: Act = { kind: 'cut' };
const forever: Act = { kind: 'forever' };
const says = (body: string): Act => ({ kind: 'text', type: 'text/plain', body });
const lines = () => linesOfMeaning(draft.document.markdown).map(withoutStyles);
const edits = () => bench.server.log.filter(({ route }) => route.startsWith('agent:'));

/** The next run finishes the job, the one after finds nothing to do, and nothing stands there twice. */
async function expectFinish(
  slug: string,
  { words, mode }: { words: readonly string[]; mode: readonly string[] },
): Promise<void> {
  bench.server.faults = [];
  expect(await run(slug, ...mode)).toBe(null);
  bench.server.log = [];
  expect(await run(slug, ...mode)).toBe(null);
  expect(edits()).toEqual([]);
  draft.document.acceptAll();
  expect(await run(slug, ...mode)).toBe(null);
  expect(edits()).toEqual([]);
  for (const word of words) expect(lines().filter((line) => line.includes(word))).toHaveLength(1);
  expect(lines().filter((line) => /^(?:\[.*\] )?## /.test(line)).length).toBe(3);
  expect(bench.ledger.posts[slug]?.lesswrong?.id).toBe('draft1');
  expect(await bench.run('--status')).toBe(null);
  expect(bench.output.split('\n').findLast((line) => line.startsWith(slug))).toContain('in step');
}

type Case = [name: string, fault: Fault, said: string | null];
const modes = [[[]], [['--edit']]] as const;

const body = ['None were found', 'The table is short', 'One limit', 'a N^{-b}'];

async function expectMended({
  fault,
  said,
  mode,
}: {
  fault: Fault;
  said: string | null;
  mode: readonly string[];
}): Promise<void> {
  bench.server.faults = [fault];
  const error = await run('essay', ...mode);
  if (said === null) expect(error).toBe(null);
  else expect(error).toContain(said);
  await expectFinish('essay', { words: body, mode });
}

describe('while a draft is read', () => {
  beforeEach(() => void (draft = bench.server.addDraft('draft1', 'How loss falls')));
  it.each<Case>([
    [
      'the link is refused with 403',
      { route: 'editPost', act: status(403) },
      'does not open the draft `draft1` with this link',
    ],
    [
      'the forum says “no access” with status 200',
      {
        route: 'editPost',
        act: says(
          'Unable to access shared draft for postId: draft1. Please remind the user to set the permissions for "Anyone with the link can" to "Edit".',
        ),
      },
      'set “Anyone with the link can” to “Edit”',
    ],
    [
      'the draft belongs to another editor',
      { route: 'editPost', act: says('This draft uses the markdown editor and cannot be read via the agent API.') },
      'in another editor',
    ],
    [
      'the draft was never opened',
      {
        route: 'editPost',
        act: says('The shared draft is accessible, but its Lexical editor document is empty or uninitialized.'),
      },
      'Open it there once',
    ],
    ['the draft is HTML', { route: 'editPost', act: html }, 'does not give the draft'],
    [
      'the draft is nothing that is known',
      { route: 'editPost', act: says('Something else altogether') },
      'in a form that is not known',
    ],
    ['reading fails once', { route: 'editPost', act: status(500) }, null],
    ['reading fails again and again', { route: 'editPost', times: 9, act: status(500) }, 'status 500'],
    [
      'the draft cannot be read after it was agreed',
      { route: 'editPost', at: 2, times: 9, act: cut },
      'gave no answer',
    ],
  ])('%s', (_, fault, said) => expectMended({ fault, said, mode: [] }));
});

describe.each(modes)('while an empty draft is filled (%j)', (mode) => {
  beforeEach(() => void (draft = bench.server.addDraft('draft1', 'How loss falls')));
  it.each<Case>([
    ['the edit is malformed', { route: 'agent:insertBlock', act: status(400) }, 'refuses an edit'],
    [
      'the edit is refused with 403',
      { route: 'agent:insertBlock', act: status(403) },
      'does not let this link change the draft',
    ],
    ['the forum asks to wait', { route: 'agent:insertBlock', act: status(429, { 'retry-after': '5' }) }, null],
    ['the edit answers 500 and did nothing', { route: 'agent:insertBlock', act: status(500) }, null],
    ['the edit answers 500 and did it', { route: 'agent:insertBlock', isDone: true, act: status(500) }, null],
    ['the edit answers HTML and did it', { route: 'agent:insertBlock', isDone: true, act: html }, null],
    ['the connection is cut before the edit', { route: 'agent:insertBlock', act: cut }, null],
    ['the connection is cut after the edit', { route: 'agent:insertBlock', isDone: true, act: cut }, null],
    ['the answer comes never, and it was done', { route: 'agent:insertBlock', isDone: true, act: forever }, null],
    [
      'the place is not found once',
      {
        route: 'agent:insertBlock',
        act: { kind: 'odd', change: (body) => void (body.location = { after: 'no such words' }) },
      },
      null,
    ],
    [
      'the place is never found',
      {
        route: 'agent:insertBlock',
        times: 9,
        act: { kind: 'odd', change: (body) => void (body.location = { after: 'no such words' }) },
      },
      'did not find the place',
    ],
    [
      'the thread of the suggestion could not be made',
      { route: 'agent:insertBlock', act: { kind: 'odd', change: (body) => void (body.hasNoThread = true) } },
      null,
    ],
    [
      'it fails again and again',
      { route: 'agent:insertBlock', times: 9, act: status(500) },
      'gave no answer to read to an edit',
    ],
  ])('%s', (_, fault, said) => expectMended({ fault, said, mode }));

  it('someone writes in it between our read and our write', async () => {
    bench.server.faults = [
      {
        route: 'editPost',
        act: {
          kind: 'then',
          change: () => void draft.document.insert('Words of the author.', { location: 'end', mode: 'edit' }),
        },
      },
    ];
    expect(await run('essay', ...mode)).toContain('changed while this command ran');
    expect(lines()).toEqual(['Words of the author.']);
    await expectFinish('essay', { words: body, mode });
    expect(lines()).toContain('Words of the author.');
  });

  it('the forum asks not to try an edit again', async () => {
    const said = '{"ok":true,"inserted":false,"note":"The state is unclear. Do not retry this edit."}';
    bench.server.faults = [
      { route: 'agent:insertBlock', isDone: true, act: { kind: 'text', type: 'application/json', body: said } },
    ];
    expect(await run('essay', ...mode)).toBe(null);
    expect(edits()).toHaveLength(1);
    await expectFinish('essay', { words: body, mode });
  });

  it('the forum asks not to try an edit again that it did not make', async () => {
    const said = '{"ok":true,"inserted":false,"note":"Do not retry this edit."}';
    bench.server.faults = [{ route: 'agent:insertBlock', act: { kind: 'text', type: 'application/json', body: said } }];
    expect(await run('essay', ...mode)).toBe(null);
    expect(await run('essay', ...mode)).toBe(null);
    expect(edits()).toHaveLength(1);
    expect(bench.output).toContain('The forum asked not to try this again; do it in the editor');
    expect(bench.ledger.posts.essay?.lesswrong?.sent).not.toBe(undefined);
    expect(await bench.run('--status')).toBe(null);
    expect(bench.output).toContain('changed since');
  });
});

describe.each(modes)('while a draft is changed (%j)', (mode) => {
  beforeEach(async () => {
    draft = bench.server.addDraft('draft1', 'How loss falls');
    expect(await run('essay', '--edit')).toBe(null);
    bench.changeEssay('None were found', 'No limits were found');
    bench.changeEssay(
      'The table is short, and the prices in it are made up.',
      'Nothing of this kind stood here before at all.',
    );
  });
  const words = ['No limits were found', 'Nothing of this kind', 'One limit'];
  const routes = ['agent:replaceText', 'agent:deleteBlock'].flatMap((route) =>
    [
      ['500 and did nothing', { route, act: status(500) }],
      ['500 and did it', { route, isDone: true, act: status(500) }],
      ['nothing, cut after the edit', { route, isDone: true, act: cut }],
      ['never, and did it', { route, isDone: true, act: forever }],
      [
        'a place that it did not find',
        {
          route,
          act: {
            kind: 'odd',
            change: (body: Record<string, unknown>) =>
              void Object.assign(body, { quote: 'no such words', prefix: 'no such words' }),
          },
        },
      ],
      [
        'that no thread could be made',
        { route, act: { kind: 'odd', change: (body: Record<string, unknown>) => void (body.hasNoThread = true) } },
      ],
    ].map(([name, fault]): [string, Fault] => [`${route.slice(6)} answers ${String(name)}`, fault as Fault]),
  );
  it.each(routes)('%s', async (_, fault) => {
    bench.server.faults = [fault];
    expect(await run('essay', ...mode)).toBe(null);
    await expectFinish('essay', { words, mode });
    expect(lines().join('\n')).not.toContain('The table is short');
  });

  it('a block that starts in the same way comes between our read and our write: the prefix is ambiguous', async () => {
    const twin = () =>
      void draft.document.insert('The table is short, and the prices of others are not made up.', {
        location: 'end',
        mode: 'edit',
      });
    bench.server.faults = [{ route: 'editPost', at: 5, act: { kind: 'then', change: twin } }];
    expect(await run('essay', ...mode)).toBe(null);
    expect(bench.server.log.filter(({ route }) => route === 'agent:deleteBlock').length).toBeGreaterThan(1);
    await expectFinish('essay', { words, mode });
    expect(lines()).toContain('The table is short, and the prices of others are not made up.');
  });

  it('the draft is deleted between our read and our write', async () => {
    bench.server.faults = [
      { route: 'editPost', at: 5, act: { kind: 'then', change: (server) => server.posts.clear() } },
    ];
    expect(await run('essay', ...mode)).not.toBe(null);
    expect(bench.ledger.posts.essay?.lesswrong?.id).toBe('draft1');
  });
});

describe('while model-written text goes into an empty draft', () => {
  beforeEach(() => void (draft = bench.server.addDraft('draft1', 'What was drafted')));
  const words = ['A model wrote', 'has one paragraph with a formula', 'growth is slow', 'about something else'];
  it.each<[string, Fault, boolean]>([
    ['the answer to the first block is lost', { route: 'agent:insertLLMBlock', isDone: true, act: cut }, true],
    ['the second block answers 500 and did nothing', { route: 'agent:insertLLMBlock', at: 2, act: status(500) }, true],
    [
      'the third block answers HTML and did it',
      { route: 'agent:insertLLMBlock', at: 3, isDone: true, act: html },
      true,
    ],
    [
      'the second block is refused, and the next run goes on there',
      { route: 'agent:insertLLMBlock', at: 2, act: status(400) },
      false,
    ],
    [
      'the second block fails again and again',
      { route: 'agent:insertLLMBlock', at: 2, times: 9, act: status(503) },
      false,
    ],
  ])('%s', async (_, fault, isMended) => {
    bench.server.faults = [fault];
    const error = await run('drafted');
    if (isMended) expect(error).toBe(null);
    else {
      expect(error).not.toBe(null);
      expect(bench.ledger.posts.drafted?.lesswrong).toMatchObject({ id: 'draft1', public: false });
      expect(bench.ledger.posts.drafted?.lesswrong?.sent).toBe(undefined);
    }
    await expectFinish('drafted', { words, mode: [] });
    const order = words.map((word) => lines().findIndex((line) => line.includes(word)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runNew, type NewOptions, type CommandResult } from '../scripts/new/run-new.ts';
import { writeFilesAtomic } from '../src/build/write-files-atomic.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readCheckedReview } from '../src/engine/read-review.ts';
import { appendItem } from '../src/engine/yaml/index.ts';
import { fixtures } from './fixture-review.ts';
import { snapshotOf } from './project.ts';

const today = '2026-11-24';

/** Copies the small review that all fixtures share. */
function createReview(): {
  root: string;
  create: (words: string[], options?: NewOptions) => Promise<CommandResult>;
  read: (path: string) => string;
} {
  const root = mkdtempSync(join(tmpdir(), 'alignment-review-new-'));
  cpSync(join(fixtures, 'base'), root, { recursive: true });
  return {
    root,
    create: (words, options = {}) => runNew(words, options, { root, today, confirm: () => Promise.resolve(null) }),
    read: (path) => readFileSync(join(root, path), 'utf8'),
  };
}

const messagesOf = (root: string) => readCheckedReview(root, createParseCache(), { least: 'warning', today }).messages;

describe('npm run new -- essay', () => {
  it('writes a draft that passes check, and appends it to the list', async () => {
    const { root, create, read } = createReview();
    expect(await create(['essay', 'What: is “known” — so far?'], { domain: 'expressivity' })).toEqual({
      lines: [
        'Wrote content/essays/what-is-known-so-far/index.mdx and content/review.yaml.',
        'It is a draft: replace its description and standfirst, and clear it when it is ready.',
      ],
      code: 0,
    });
    await expect(read('content/essays/what-is-known-so-far/index.mdx')).toMatchFileSnapshot(
      join(fixtures, 'new', 'essay.mdx'),
    );
    expect(read('content/review.yaml')).toContain('essays: [essay, "what-is-known-so-far"]');
    expect(messagesOf(root)).toEqual([]);
  });

  it('preserves every comment and line of review.yaml', async () => {
    const { root, create, read } = createReview();
    const before =
      'title: A small review # as yet\nquestion: What is known?\nabstract: A review.\nbaseUrl: https://example.org/review/\nessays:\n  # In this order.\n  - essay # the first\n\n# The text.\nlicence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }\n';
    writeFileSync(join(root, 'content/review.yaml'), before);
    expect((await create(['essay', 'Second'], { domain: 'expressivity', author: ['ada'] })).code).toBe(0);
    expect(read('content/review.yaml')).toBe(before.replace('# the first\n', '# the first\n  - second\n'));
    expect((await create(['essay', 'Third'], { domain: 'expressivity' })).code).toBe(0);
    expect(read('content/review.yaml')).toBe(before.replace('# the first\n', '# the first\n  - second\n  - third\n'));
    expect(messagesOf(root)).toEqual([]);
  });

  it('reports all errors at once, and writes nothing', async () => {
    const { root, create } = createReview();
    const before = snapshotOf(root);
    const { lines, code } = await create(['essay', 'Essay'], { domain: 'expresivity', author: ['ad', 'ada'] });
    expect(code).toBe(1);
    expect(lines.join('\n')).toBe(
      [
        'content/authors.yaml\n  error  Unknown author `ad`: expected one of `ada`; did you mean `ada`?  new-essay',
        'content/domains.yaml\n  error  Unknown domain `expresivity`: expected one of `scaling-laws`, `expressivity`; did you mean `expressivity`?  new-essay',
        'content/essays/essay\n  error  Duplicate essay `essay`: expected a title whose folder does not exist yet  new-essay\nNothing was written.',
      ].join('\n\n'),
    );
    expect((await create(['essay', '⁂'], { domain: 'expressivity' })).lines.join()).toContain(
      'expected Latin letters or digits',
    );
    expect(snapshotOf(root)).toEqual(before);
  });

  it('requires --author if the review has several authors', async () => {
    const { root, create } = createReview();
    writeFileSync(join(root, 'content/authors.yaml'), '- { id: ada, name: Ada }\n- { id: bob, name: Bob }\n');
    expect((await create(['essay', 'Second'], { domain: 'expressivity' })).lines.join()).toContain(
      'Missing `--author`: expected one of `ada`, `bob`',
    );
    expect((await create(['essay', 'Second'], { domain: 'expressivity', author: ['bob', 'ada'] })).code).toBe(0);
    expect(messagesOf(root)).toEqual([]);
  });

  it('lists missing and invalid arguments', async () => {
    const { create } = createReview();
    expect(await create(['essay'])).toEqual({
      lines: [
        'Missing a title in quotes: expected it after `essay`',
        'Missing `--domain`: expected the id of a domain of `content/domains.yaml`',
      ],
      code: 1,
    });
    expect((await create(['domain'])).lines).toHaveLength(4);
    expect((await create([])).lines.join()).toContain('npm run new -- essay "Title" --domain ID');
    expect((await create(['essay', 'Two', 'words'], { domain: 'expressivity' })).lines[0]).toBe(
      'Invalid argument `words`: put a title of several words in quotes',
    );
  });

  it('writes nothing if the review cannot be read', async () => {
    const { root, create } = createReview();
    writeFileSync(join(root, 'content/review.yaml'), 'title: [\n');
    const before = snapshotOf(root);
    expect(await create(['essay', 'Second'], { domain: 'expressivity' })).toMatchObject({ code: 1 });
    expect(snapshotOf(root)).toEqual(before);
  });

  it('ignores an error in another essay', async () => {
    const { root, create, read } = createReview();
    writeFileSync(
      join(root, 'content/essays/essay/index.mdx'),
      `${read('content/essays/essay/index.mdx')}\n[@nobody2020nothing]\n`,
    );
    expect((await create(['essay', 'Second'], { domain: 'expressivity' })).code).toBe(0);
  });
});

describe('npm run new -- domain', () => {
  const options = { name: 'Time: horizons', question: 'How long?', covers: 'Tasks, and "clocks".' };

  it('writes a domain that a new essay can use', async () => {
    const { root, create, read } = createReview();
    expect(await create(['domain', 'time-horizons'], options)).toEqual({
      lines: ['Wrote content/domains.yaml.'],
      code: 0,
    });
    expect(read('content/domains.yaml')).toBe(
      `${readFileSync(join(fixtures, 'base/content/domains.yaml'), 'utf8')}- id: time-horizons\n  name: "Time: horizons"\n  question: How long?\n  covers: Tasks, and "clocks".\n`,
    );
    expect((await create(['essay', 'On time'], { domain: 'time-horizons' })).code).toBe(0);
    expect(messagesOf(root)).toEqual([]);
  });

  it('rejects an existing id, and one that is not valid in a URL', async () => {
    const { root, create } = createReview();
    const before = snapshotOf(root);
    expect((await create(['domain', 'expressivity'], options)).lines.join()).toContain(
      'Duplicate domain `expressivity`',
    );
    await expect(create(['domain', 'Time Horizons'], options)).rejects.toThrow(
      'Invalid id `Time Horizons`: expected lower-case words joined by `-`',
    );
    expect(snapshotOf(root)).toEqual(before);
  });
});

describe('appending an item to a list in YAML', () => {
  it.each([
    ['- a\n- b\n', 'c', '- a\n- b\n- c\n'],
    ['- a # one\n\n# end\n', 'b', '- a # one\n- b\n\n# end\n'],
    ['- a', 'b', '- a\n- b\n'],
    ['  - a\n', 'b', '  - a\n  - b\n'],
    [
      '- id: x\n  says: >-\n    long\n    text\n# end\n',
      { id: 'y' },
      '- id: x\n  says: >-\n    long\n    text\n- id: y\n# end\n',
    ],
    ['- id: x\n  tags:\n    - one\n    - two\n', 'b', '- id: x\n  tags:\n    - one\n    - two\n- b\n'],
    ['[a, b]\n', 'c', '[a, b, "c"]\n'],
    ['[a, b,]\n', 'c', '[a, b, "c"]\n'],
    ['[\n  a,\n  b\n]\n', 'c', '[\n  a,\n  b, "c"\n]\n'],
    ['[]\n', 'a', '["a"]\n'],
    ['[ ] # none yet\n', 'a', '["a"] # none yet\n'],
    ['- { id: x }\n', 'b', '- { id: x }\n- b\n'],
  ])('%j and %j', (text, item, expected) => {
    const changed = appendItem(text, [], item);
    expect(JSON.stringify(changed.replace(/ +(?=\])/, ''))).toBe(JSON.stringify(expected));
  });

  it('throws if there is no list', async () => {
    expect(() => appendItem('a: 1\n', ['essays'], 'x')).toThrow('There is no list `essays`');
    expect(() => appendItem('a: [\n', ['a'], 'x')).toThrow('There is no list `a`');
  });
});

describe('files that are written together', () => {
  it('are all written, or none of them', async () => {
    const root = mkdtempSync(join(tmpdir(), 'alignment-review-write-'));
    writeFileSync(join(root, 'old.txt'), 'old');
    mkdirSync(join(root, 'in-the-way.txt'));
    mkdirSync(join(root, 'in-the-way.txt', 'inside'));
    const before = snapshotOf(root);
    const texts = new Map([
      ['new/folder/one.txt', 'one'],
      ['old.txt', 'changed'],
      ['in-the-way.txt', 'two'],
    ]);
    expect(() => writeFilesAtomic(root, texts)).toThrow(
      /could not be written \(.*\)\. Look at .*; nothing was changed\./,
    );
    expect(snapshotOf(root)).toEqual(before);
    expect(existsSync(join(root, 'new'))).toBe(false);
    texts.delete('in-the-way.txt');
    writeFilesAtomic(root, texts);
    expect([
      readFileSync(join(root, 'new/folder/one.txt'), 'utf8'),
      readFileSync(join(root, 'old.txt'), 'utf8'),
    ]).toEqual(['one', 'changed']);
  });
});

import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hideKeys, hideSecrets } from '../../src/remote/forum/secrets.ts';
import { Bench } from './bench.ts';
import type { Act } from './forum-server.ts';

const project = dirname(dirname(import.meta.dirname));

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.start();
});
afterEach(() => bench.stop());

const echo = (secret: string): Act[] => [
  {
    kind: 'status',
    status: 500,
    body: JSON.stringify({ error: 'Failed', details: `with ${secret} and ${encodeURIComponent(secret)}` }),
  },
  { kind: 'status', status: 400, body: JSON.stringify({ error: `Bad ${secret}` }) },
  { kind: 'status', status: 429, headers: { 'retry-after': `9999 ${secret}` } },
  {
    kind: 'text',
    type: 'application/json',
    body: JSON.stringify({
      ok: true,
      inserted: false,
      note: `Not found for ${secret}`,
      errors: [{ message: `no ${secret}` }],
    }),
  },
  { kind: 'text', body: `<h1>${secret}</h1>` },
  { kind: 'text', type: 'text/plain', body: `Something about ${secret}` },
  { kind: 'cut' },
  { kind: 'forever' },
];

describe('a token', () => {
  it.each(['graphql:currentUser', 'graphql:drafts', 'graphql:createPost', 'graphql:post'])(
    'is never written and never printed, whatever %s answers',
    async (route) => {
      const secret = 'secret-token-1';
      for (const act of [...echo(secret), { kind: 'then', change: () => undefined } satisfies Act]) {
        bench.server.faults = [{ route, times: 99, act }];
        await bench.run('--push', 'all', '--sequence', '--yes', '--model-written-is-known');
        await bench.run('--status');
        expect(bench.output).not.toContain(secret);
        expect(bench.everythingWritten).not.toContain(secret);
      }
      expect(bench.server.log.map(({ text }) => text).join('\n')).not.toContain(secret);
    },
  );
});

describe('a draft’s key', () => {
  it.each(['editPost', 'agent:insertBlock'])(
    'is never written and never printed, whatever %s answers',
    async (route) => {
      const draft = bench.server.addDraft('draft1', 'How loss falls');
      bench.token = null;
      for (const act of [...echo(draft.key), { kind: 'then', change: () => undefined } satisfies Act]) {
        bench.server.faults = [{ route, times: 99, act }];
        await bench.run('--push', 'essay', '--draft', bench.server.linkOf(draft), '--yes');
        await bench.run('--pull', 'essay', '--draft', bench.server.linkOf(draft));
        expect(bench.output).not.toContain(draft.key);
        expect(bench.everythingWritten).not.toContain(draft.key);
      }
      expect(bench.everythingWritten).toContain('draft1');
    },
  );

  it.each([
    ['as an argument of its own', ['--push', 'essay', 'https://www.lesswrong.com/editPost?postId=a&key=secret-key-x']],
    [
      'after a misspelt option',
      ['--push', 'essay', '--drft=https://www.lesswrong.com/editPost?postId=a&key=secret-key-x'],
    ],
    [
      'in the place of a forum',
      ['--status', '--forum', 'https://www.lesswrong.com/editPost?postId=a&key=secret-key-x'],
    ],
    ['in the place of a slug', ['--push', 'https://www.lesswrong.com/editPost?postId=a&key=secret-key-x', '--yes']],
    [
      'with several essays',
      [
        '--push',
        'essay',
        '--push',
        'drafted',
        '--draft',
        'https://www.lesswrong.com/editPost?postId=a&key=secret-key-x',
      ],
    ],
  ])('is not printed where it was written %s', async (_, args) => {
    expect(await bench.run(...args)).not.toBe(null);
    expect(bench.output).not.toContain('secret-key-x');
  });

  it('is hidden however it is spelt', () => {
    expect(hideSecrets('a/b "a/b" a%2Fb', ['a/b'])).toBe('… "…" …');
    expect(hideKeys('editPost?postId=1&key=abc123&x=1, key%3Dabc')).toBe('editPost?postId=1&key=…&x=1, key%3D…');
  });
});

describe('npm run posts -- …', () => {
  const posts = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/posts.ts', ...args], {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });

  it('says what its options are, and that a token is missing, with exit code 1 and no stack', () => {
    const misspelt = posts('--pusch', 'scaling-laws');
    expect(misspelt.status).toBe(1);
    expect(misspelt.stderr).toContain("Unknown option '--pusch'");
    expect(misspelt.stderr).toContain('--theirs-is-lost');
    expect(misspelt.stderr).not.toContain('    at ');
    const tokenless = posts('--push', 'scaling-laws');
    expect(tokenless.stderr).toMatch(/There is no token in the environment variable `LESSWRONG_TOKEN`\. [^\n]*\n$/);
    expect(tokenless.status).toBe(1);
  });
});

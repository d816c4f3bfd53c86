import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePostsCommand } from '../../scripts/posts/options.ts';
import { hideSecret } from '../../src/remote/forum/api/hide-secret.ts';
import type { Act } from '../fake-forum/server.ts';
import { PushProject, token } from './push-project.ts';

let project: PushProject;
beforeEach(async () => {
  project = await PushProject.create();
});
afterEach(() => project.close());

/** Responses that repeat the token. */
const echoes: Act[] = [
  { status: 500, type: 'application/json', body: JSON.stringify({ errors: [{ message: `with ${token}` }] }) },
  {
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ errors: [{ message: `Bad ${encodeURIComponent(token)}` }] }),
  },
  { status: 400, type: `text/${token}`, body: `Bad ${token}` },
  { status: 429, headers: { 'retry-after': `9999 ${token}` } },
  { status: 200, body: `<h1>${token}</h1>` },
  'reset',
];

describe('a token', () => {
  it.each(['currentUser', 'posts', 'createPost', 'post', 'createSequence'])(
    'is never written or printed, whatever %s responds',
    async (name) => {
      for (const act of echoes) {
        project.forum.faults.clear();
        project.forum.fail({ name, times: 99, act });
        await project.pushAll();
        await project.run('--status');
        expect(project.output).not.toContain(token);
        expect(project.everythingWritten).not.toContain(token);
      }
    },
  );

  it('that has expired is reported in words', async () => {
    await project.push();
    project.token = 'expired';
    expect(await project.push()).toBe(
      'LessWrong does not know the token: it may have expired. Put a new one into `LESSWRONG_TOKEN`.',
    );
    expect(await project.run('--pull', 'essay')).toBe(
      'LessWrong does not let this account do that (app.operation_not_allowed): the token has expired, or it is another account’s. Put the token of the post’s author into `LESSWRONG_TOKEN`.',
    );
  });

  it('is hidden in every encoding', () => {
    expect(hideSecret('a/b "a/b" a%2Fb', 'a/b')).toBe('… "…" …');
  });
});

describe('npm run posts', () => {
  it.each([
    [['--pusch', 'essay'], 'Unknown option `--pusch`; did you mean `--push`?'],
    [['essay'], 'Unknown argument `essay`'],
    [['--push'], "Option '--push <value>' argument missing"],
    [['--status', '--diff', 'essay'], 'Give one of `--status`'],
    [['--sequence'], '`--sequence` belongs to `--push SLUG`'],
  ])('rejects %j in one sentence', (args, words) => {
    const parsed = parsePostsCommand(args);
    if (parsed.kind !== 'refusal') throw new Error(`It is not refused, but taken for ${parsed.kind}.`);
    expect(parsed.text).toContain(words);
    expect(parsed.text.trim().split('\n')).toHaveLength(1);
  });
});

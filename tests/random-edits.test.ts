import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readCheckedReview } from '../src/engine/read-review.ts';
import { fixtures } from './fixture-review.ts';
import { isLong } from './long.ts';
import { createProject } from './project.ts';

const good = join(fixtures, 'good');
const essay = 'content/essays/essay/index.mdx';

/** `RANDOM_EDITS=20000` tries more edits, `RANDOM_SEED=1000` other ones. The same seed gives the same edit. */
const edits = Number(process.env.RANDOM_EDITS ?? (isLong ? 5000 : 100));
const first = Number(process.env.RANDOM_SEED ?? 1);
/** A process without output for this time hangs. An edit takes a few hundredths of a second. */
const limitMs = 60_000;

/** Edits a file of the good review `count` times. Resolves to the last output of the process if it failed or hung. */
function run(file: string, count: number): Promise<string> {
  const project = createProject(good);
  const args = [
    'tests/random-edits.ts',
    '--project',
    project,
    '--file',
    file,
    '--from',
    String(first),
    '--count',
    String(count),
  ];
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, HOME: process.env.HOME } });
  let said = '';
  let complaint = '';
  const giveUp = (): void => {
    complaint = `hangs at ${said}`;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(giveUp, limitMs);
  child.stdout.on('data', (chunk: Buffer) => {
    said = chunk.toString().trim().split('\n').at(-1) ?? '';
    clearTimeout(timer);
    timer = setTimeout(giveUp, limitMs);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  return new Promise((resolve) => {
    child.once('close', (status) => {
      clearTimeout(timer);
      resolve(status === 0 ? '' : `${said}: ${complaint}`);
    });
  });
}

describe('the engine returns a tree or an error after random edits of a file', () => {
  it('the unedited review has no errors or warnings', () => {
    const { messages } = readCheckedReview(good, createParseCache(), { least: 'warning', today: '2026-11-24' });
    expect(formatMessages(messages)).toBe('');
  });

  it(`${edits} edits of an essay`, async () => {
    expect(await run(essay, edits)).toBe('');
  }, 600_000);

  it.each(['bibliography/works.bib', 'content/review.yaml', 'content/works.yaml', 'content/domains.yaml'])(
    `${edits / 10} edits of %s`,
    async (file) => {
      expect(await run(file, Math.ceil(edits / 10))).toBe('');
    },
    600_000,
  );
});

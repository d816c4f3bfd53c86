import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeLock } from '../src/build/lock.ts';
import { isInterrupted } from '../src/build/outputs.ts';
import { recoverIfInterrupted } from '../src/build/with-outputs.ts';
import { fixtures } from './fixture-review.ts';
import { createProject, environment, run, sameFiles, snapshotOf } from './project.ts';

const essay = 'content/essays/essay/index.mdx';
const hook = join(import.meta.dirname, 'hooks', 'kill-at-rename.ts');

function start(
  project: string,
  command: string,
  env: Record<string, string> = {},
): ChildProcess & { said: () => string } {
  const hooks = env.KILL_AT_RENAME === undefined ? [] : ['--import', hook];
  const child = spawn(process.execPath, [...hooks, `scripts/${command}.ts`], {
    cwd: project,
    env: { ...environment, ...env },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  return Object.assign(child, { said: () => said });
}

const ended = async (child: ChildProcess): Promise<void> =>
  void (child.exitCode === null && child.signalCode === null && (await once(child, 'exit')));

/** With the renames of the switch, `npm run build` is killed at twenty moments. */
const cases = [
  { command: 'build', output: 'dist', moments: 16 },
  { command: 'posts', output: 'posts', moments: 4 },
] as const;

describe.each(cases)('`npm run $command`, killed', ({ command, output, moments }) => {
  let project = '';
  /** What the output is for each of two texts of the essay, and how long it takes to write, in ms. */
  let whole: { text: string; files: Map<string, string> }[] = [];
  let duration = 0;

  beforeAll(() => {
    project = createProject(join(fixtures, 'base'));
    const text = readFileSync(join(project, essay), 'utf8');
    whole = [text, `${text}\nA sentence that was not there before.\n`].map((version) => {
      writeFileSync(join(project, essay), version);
      const began = performance.now();
      expect(run(project, command).status).toBe(0);
      duration = performance.now() - began;
      return { text: version, files: snapshotOf(join(project, output)) };
    });
  });

  /** Gives the essay the text that the output does not show. */
  function changeEssay(): void {
    const shown = snapshotOf(join(project, output));
    const other = whole.find(({ files }) => !sameFiles(files, shown));
    writeFileSync(join(project, essay), other?.text ?? '');
  }

  function expectWhole(): void {
    const files = snapshotOf(join(project, output));
    expect(whole.filter((version) => sameFiles(version.files, files)).length).toBe(1);
    expect(isInterrupted(project)).toBe(false);
  }

  it.each(Array.from({ length: moments }, (_, index) => index + 1))(
    `at moment %i of ${moments}, leaves a whole output`,
    async (moment) => {
      changeEssay();
      const child = start(project, command);
      await Promise.race([setTimeout((duration * moment) / moments), ended(child)]);
      child.kill('SIGKILL');
      await ended(child);
      recoverIfInterrupted(project);
      expectWhole();
    },
  );

  it.each([1, 2, 3, 4])(
    'after rename %i of the switch, leaves a whole output, and the next command the new one',
    async (rename) => {
      changeEssay();
      const child = start(project, command, { KILL_AT_RENAME: String(rename) });
      await ended(child);
      expect(child.signalCode).toBe('SIGKILL');
      expect(existsSync(join(project, output))).toBe(rename !== 2);
      expect(run(project, 'check').status).toBe(0);
      expectWhole();
      expect(
        readFileSync(
          join(project, output, output === 'dist' ? 'essays/essay/index.html' : 'essay.md'),
          'utf8',
        ).includes('not there before'),
      ).toBe(readFileSync(join(project, essay), 'utf8').includes('not there before'));
    },
  );
});

describe('two commands at once', () => {
  it('wait for each other, and say so', async () => {
    const project = createProject(join(fixtures, 'base'));
    expect(run(project, 'build').status).toBe(0);
    const alone = snapshotOf(join(project, 'dist'));
    writeFileSync(join(project, 'content', 'note.txt'), 'Something new.');
    const first = start(project, 'build');
    await expect.poll(() => isInterrupted(project), { timeout: 30_000, interval: 20 }).toBe(true);
    const others = [start(project, 'build'), start(project, 'posts')];
    await Promise.all([first, ...others].map(ended));
    expect([first, ...others].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    for (const other of others) {
      expect(other.said()).toMatch(
        /^Another command \(process \d+\) is writing the outputs of this folder\. This command goes on when it has ended; Ctrl-C stops it\.$/m,
      );
    }
    expect(sameFiles(snapshotOf(join(project, 'dist')), alone)).toBe(true);
    expect(snapshotOf(join(project, 'posts')).size).toBe(4);
  });

  it('do not wait for one that was killed', async () => {
    const project = createProject(join(fixtures, 'base'));
    const child = start(project, 'build');
    await expect.poll(() => isInterrupted(project), { timeout: 30_000, interval: 20 }).toBe(true);
    expect(takeLock(project)).toBe(null);
    child.kill('SIGKILL');
    await ended(child);
    const lock = takeLock(project);
    expect(lock).not.toBe(null);
    lock?.release();
  });
});

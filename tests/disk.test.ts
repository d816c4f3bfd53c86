import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInterrupted } from '../src/build/outputs.ts';
import { copyBuiltProject } from './built-project.ts';
import { fixtures } from './fixture-review.ts';
import { isLong } from './long.ts';
import { createProject, exampleWarning, runProgram, sameFiles, snapshotOf, type ProcessResult } from './project.ts';

const node = process.execPath;
const essay = 'content/essays/essay/index.mdx';

/** Creates a small file system if the tests may mount one. Otherwise Node's file system simulates the errors. */
function createDisk(): { folder: string; isReal: boolean; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'alignment-review-disk-'));
  const isReal = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]).status === 0;
  return {
    folder,
    isReal,
    remove: () => {
      if (isReal) spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe('a full disk', () => {
  const disk = createDisk();
  const project = join(disk.folder, 'project');
  const filler = join(disk.folder, 'filler');
  const before = new Map<string, Map<string, string>>();

  beforeAll(async () => {
    await copyBuiltProject('small', project);
    for (const [command, output] of [
      ['build', 'dist'],
      ['posts', 'posts'],
    ] as const) {
      expect(runProgram(project, [node, `scripts/${command}.ts`]).status).toBe(0);
      before.set(output, snapshotOf(join(project, output)));
    }
    writeFileSync(
      join(project, essay),
      `${readFileSync(join(project, essay), 'utf8')}\nA sentence that was not there before.\n`,
    );
  });

  afterAll(disk.remove);

  function runWithBytesLeft(command: string, left: number): ProcessResult {
    if (!disk.isReal)
      return runProgram(
        project,
        [node, '--import', join(import.meta.dirname, 'hooks', 'fill-disk.ts'), `scripts/${command}.ts`],
        { BYTES_LEFT: String(left) },
      );
    const { bavail, bsize } = statfsSync(disk.folder);
    writeFileSync(filler, new Uint8Array(Math.max(0, bavail * bsize - left)));
    const ended = runProgram(project, [node, `scripts/${command}.ts`]);
    rmSync(filler);
    return ended;
  }

  const few: [string, number][] = [
    ['build', 0],
    ['build', 400_000],
    ['posts', 2_000],
  ];
  const more: [string, number][] = [
    ['build', 100_000],
    ['build', 900_000],
    ['posts', 0],
  ];
  it.each(isLong ? [...few, ...more] : few)(
    'ends `npm run %s` with %i bytes left in two sentences, and changes no output',
    (command, left) => {
      const ended = runWithBytesLeft(command, left);
      // If Vite fails to write, Astro first prints that Vite could not build.
      expect(ended.stderr.replace(/^.*✗ Build failed.*\n/, '').replace(exampleWarning, '')).toBe(
        'The disk is full, so `dist/` and `posts/` stay as they were. Make room and run the command again.\n',
      );
      expect(ended.status).toBe(1);
      for (const [output, files] of before) expect(sameFiles(snapshotOf(join(project, output)), files)).toBe(true);
      expect(isInterrupted(project)).toBe(false);
    },
  );

  it('does not affect the next commands once there is space', () => {
    for (const command of ['build', 'posts'])
      expect(runProgram(project, [node, `scripts/${command}.ts`]).status).toBe(0);
    for (const [output, files] of before) expect(sameFiles(snapshotOf(join(project, output)), files)).toBe(false);
  });
});

describe('a read-only folder', () => {
  // Root may write everywhere, unless it drops these capabilities.
  const powers = ['-dac_override', '-dac_read_search'].join(',');
  const asUser = process.getuid?.() === 0 ? ['setpriv', `--bounding-set=${powers}`, `--inh-caps=${powers}`] : [];

  it.each([
    ['build', 'dist'],
    ['posts', 'posts'],
  ])('ends `npm run %s` in two sentences, and leaves no files', (command, output) => {
    const project = createProject(join(fixtures, 'base'));
    chmodSync(project, 0o555);
    const ended = runProgram(project, [...asUser, node, `scripts/${command}.ts`]);
    chmodSync(project, 0o755);
    expect(ended.stderr).toBe(
      `\`${project}/.cache\` may not be written, so \`dist/\` and \`posts/\` stay as they were. Allow it, or copy the project to a folder that is yours, and run the command again.\n`,
    );
    expect(ended.status).toBe(1);
    expect(existsSync(join(project, output))).toBe(false);
    expect(readdirSync(project)).not.toContain('.cache');
  });

  it('does not prevent `npm run check`', () => {
    const project = createProject(join(fixtures, 'base'));
    chmodSync(project, 0o555);
    const ended = runProgram(project, [...asUser, node, 'scripts/check.ts']);
    chmodSync(project, 0o755);
    expect(ended.status).toBe(0);
  });

  it('is also reported if an output cannot be replaced, which stays unchanged', async () => {
    const project = await copyBuiltProject('small');
    expect(runProgram(project, [node, 'scripts/posts.ts']).status).toBe(0);
    const before = snapshotOf(join(project, 'posts'));
    writeFileSync(
      join(project, essay),
      `${readFileSync(join(project, essay), 'utf8')}\nA sentence that was not there before.\n`,
    );
    chmodSync(project, 0o555);
    const ended = runProgram(project, [...asUser, node, 'scripts/posts.ts']);
    chmodSync(project, 0o755);
    expect(ended.stderr).toContain('may not be written, so `dist/` and `posts/` stay as they were.');
    expect(ended.status).toBe(1);
    expect(sameFiles(snapshotOf(join(project, 'posts')), before)).toBe(true);
  });

  it('is distinguished from a file in place of a folder', () => {
    const project = createProject(join(fixtures, 'base'));
    writeFileSync(join(project, '.cache'), '');
    const ended = runProgram(project, [node, 'scripts/build.ts']);
    expect(ended.stderr).toMatch(
      /^`.*\.cache` cannot be created, because a file has the name of a folder or the other way round\. Move it away and run the command again\.\n$/,
    );
    expect(ended.status).toBe(1);
  });
});

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from './fixture-review.ts';
import { createProject, run, runProgram, snapshotOf } from './project.ts';

describe('npm run preprint', () => {
  let project = '';
  let first = new Map<string, string>();

  beforeAll(() => {
    project = createProject(join(fixtures, 'base'));
    const { status, stdout, stderr } = run(project, 'preprint');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'Wrote 2 papers into preprint/.\n', stderr: '' });
    first = snapshotOf(join(project, 'preprint'));
  });

  it('writes the review, each essay, the cited works and instructions', () => {
    expect([...first.keys()]).toEqual(['README.txt', 'essay.tex', 'main.tex', 'references.bib']);
    const textOf = (name: string): string => Buffer.from(first.get(name) ?? '', 'base64').toString();
    expect(textOf('README.txt')).toContain('  latexmk -pdf main.tex\n');
    expect(textOf('references.bib').match(/^@/gm)?.length).toBe(1);
    for (const name of ['essay.tex', 'main.tex'])
      expect(textOf(name)).toMatch(/^\\documentclass[^]*\\end\{document\}\n$/);
  });

  it('writes nothing if nothing has changed, and the same bytes without a cache', () => {
    expect(run(project, 'preprint').stdout).toBe('Nothing has changed: preprint/ contains 2 papers.\n');
    for (const folder of ['.cache', 'preprint']) rmSync(join(project, folder), { recursive: true });
    expect(run(project, 'preprint').status).toBe(0);
    expect(snapshotOf(join(project, 'preprint'))).toEqual(first);
  });

  it('rejects an unknown essay, and suggests the closest one', () => {
    const { status, stderr } = run(project, 'preprint', 'esay');
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'Unknown essay `esay`; did you mean `essay`?\n' });
  });

  it('says that an essay is not cleared', () => {
    const draft = createProject(join(fixtures, 'base'));
    const path = join(draft, 'content/essays/essay/index.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/status: cleared/, 'status: review'));
    expect(run(draft, 'preprint', 'essay')).toMatchObject({
      status: 1,
      stderr:
        'Essay `essay` is not cleared: expected `status: cleared` in its frontmatter. `--drafts` also writes essays that are not cleared.\n',
    });
  });

  it('explains how to install LaTeX if it is missing, and changes nothing', () => {
    const command = [process.execPath, 'scripts/preprint.ts', '--pdf'];
    const { status, stderr } = runProgram(project, command, { PATH: dirname(process.execPath) });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^LaTeX is not installed, so no PDF can be made\. Install TeX Live with latexmk \(.*\) and run the command again\.\n$/,
    );
    expect(snapshotOf(join(project, 'preprint'))).toEqual(first);
    expect(readdirSync(join(project, '.cache'))).not.toContain('staging');
  });
});

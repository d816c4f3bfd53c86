import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { waitForLock } from '../src/build/lock.ts';
import { fixtures } from './fixture-review.ts';
import { createProject, removeGuide, run } from './project.ts';

const contents = {
  base: join(fixtures, 'base'),
  /** The same without the guide. */
  small: join(fixtures, 'base'),
  /** The review of this repository, and a work whose title looks like a tag. */
  repository: dirname(import.meta.dirname),
} as const;

const generic = '@online{generic, title = {{Option<T>} in {Rust}}, author = {A, B}, date = {2020}}\n';

/**
 * A project whose site is built: the first test file that asks builds it, and all share it. Nothing may change it.
 *
 * The build has printed no warning.
 */
export async function builtProject(name: keyof typeof contents): Promise<string> {
  const folder = join(tmpdir(), 'built', name);
  const lock = await waitForLock(folder, () => undefined);
  const project = join(folder, 'project');
  try {
    if (existsSync(join(project, 'dist'))) return project;
    // A build that failed leaves its folder.
    rmSync(project, { recursive: true, force: true });
    mkdirSync(project);
    createProject(contents[name], project);
    if (name === 'small') removeGuide(project);
    if (name === 'repository') writeFileSync(join(project, 'bibliography', 'generic.bib'), generic);
    const { status, stderr } = run(project, 'build');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return project;
  } finally {
    lock.release();
  }
}

/** A copy of a built project, to change; `folder` is a new one of its own, unless it is given. */
export async function copyBuiltProject(
  name: keyof typeof contents,
  folder = mkdtempSync(join(tmpdir(), 'alignment-review-')),
): Promise<string> {
  cpSync(await builtProject(name), folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

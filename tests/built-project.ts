import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { waitForLock } from '../src/build/lock.ts';
import { fixtures } from './fixture-review.ts';
import { createProject, removeGuide, run } from './project.ts';

type Kind = {
  /** The folder with its `content/` and `bibliography/`. */
  content: string;
  /** Changes the project before the build. */
  change?: (project: string) => void;
};

const repository = dirname(import.meta.dirname);

const kinds = {
  /** One essay, and no guide. */
  small: { content: join(fixtures, 'base'), change: removeGuide },
  /** Two essays and an answer at the root of a host, and no guide. */
  cards: { content: join(fixtures, 'cards'), change: (project) => (removeGuide(project), setBase(project, '/')) },
  german: { content: join(fixtures, 'vogelzug') },
  /** The review of this repository, and a work whose title looks like a tag. */
  repository: {
    content: repository,
    change: (project) => writeFileSync(join(project, 'bibliography', 'generic.bib'), generic),
  },
  /** The same review at the root of a host: for `npm run test:long`. */
  repositoryAtRoot: { content: repository, change: (project) => setBase(project, '/') },
} as const satisfies Record<string, Kind>;

export type BuiltKind = keyof typeof kinds;

const generic = '@online{generic, title = {{Option<T>} in {Rust}}, author = {A, B}, date = {2020}}\n';

function setBase(project: string, base: string): void {
  const file = join(project, 'content', 'review.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^baseUrl: .*$/m, `baseUrl: https://example.org${base}`));
}

/**
 * Returns a project with a built site. The first test file that needs it builds it, and all share it, so tests must not
 * change it. Fails if the build prints a warning.
 */
export async function builtProject(name: BuiltKind): Promise<string> {
  const folder = join(tmpdir(), 'built', name);
  const lock = await waitForLock(folder, () => undefined);
  const project = join(folder, 'project');
  try {
    if (existsSync(join(project, 'dist'))) return project;
    // A failed build leaves its folder behind.
    rmSync(project, { recursive: true, force: true });
    mkdirSync(project);
    const { content, change }: Kind = kinds[name];
    createProject(content, project);
    change?.(project);
    const { status, stderr } = run(project, 'build');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return project;
  } finally {
    lock.release();
  }
}

/** Copies a built project, so that a test can change it. The default `folder` is a new temporary one. */
export async function copyBuiltProject(
  name: BuiltKind,
  folder = mkdtempSync(join(tmpdir(), 'alignment-review-')),
): Promise<string> {
  cpSync(await builtProject(name), folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const root = dirname(import.meta.dirname);
const code = ['src', 'scripts', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'];

/** Creates a project in a temporary folder: this project's code with the content and bibliography of `from`. */
export function createProject(from: string, folder = mkdtempSync(join(tmpdir(), 'alignment-review-'))): string {
  for (const name of code) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ['content', 'bibliography']) cpSync(join(from, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Removes the guide's pages, which are half the work of building a small site. */
export const removeGuide = (project: string): void =>
  rmSync(join(project, 'src', 'pages', 'guide'), { recursive: true });

/** A minimal environment. The test runner's own BASE_URL and MODE would affect Vite. */
export const environment = { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1' };

export type ProcessResult = { status: number | null; stdout: string; stderr: string };

/** Runs one of the project's commands: `run(folder, 'build')` is `npm run build` there. */
export function run(folder: string, command: string, ...args: string[]): ProcessResult {
  return runProgram(folder, [process.execPath, `scripts/${command}.ts`, ...args]);
}

/** Runs a program with its arguments in a project. */
export function runProgram(
  folder: string,
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ProcessResult {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, ...env },
  });
  return { status, stdout, stderr };
}

/** Reads every file of a folder, by path, as bytes in Base64. */
export function snapshotOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path)).toString('base64')]));
}

export const sameFiles = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([path, bytes]) => b.get(path) === bytes);

/** The first line that `npm run posts` prints if `baseUrl` is an example, as in the fixtures. */
export const exampleWarning = /^content\/review\.yaml: warning {2}`baseUrl` is an example .*\n/;

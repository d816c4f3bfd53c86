import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fixtures } from './fixture-review.ts';
import { guideSources } from './guide-sources.ts';
import { createProject, run, runProgram } from './project.ts';

const root = dirname(import.meta.dirname);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const commands = Object.values(scripts).flatMap((script) => /^node scripts\/(\S+)\.ts$/.exec(script)?.[1] ?? []);

describe('every command', () => {
  const helps = new Map<string, string>();

  it.each(commands)('%s prints its help with --help', (command) => {
    const { stdout, stderr, status } = run(root, command, '--help');
    helps.set(command, stdout);
    expect(stdout).toMatch(/^npm (?:run [a-z:]+|test) -- .*\n\n[A-Z].*\n\n {2}[\s\S]*--help +Prints this\.\n$/);
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('exists if the guide names it, and so do its options', () => {
    const texts = guideSources.map(({ source }) => readFileSync(join(root, source), 'utf8'));
    const named = (pattern: RegExp) =>
      texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
    expect(named(/npm run ([a-z]+(?::[a-z]+)?)/g).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const help = [...helps.values()].join('\n');
    const options = named(/[ `]--([a-z][a-z-]*)/g);
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((name) => !new RegExp(`--${name}\\b`).test(help))).toEqual([]);
  });

  // Only `posts` parses its arguments in another way.
  it.each(['build', 'posts'])('%s rejects an unknown option in one sentence', (command) => {
    const { stdout, stderr, status } = run(root, command, '--qqqqqq');
    expect(stderr).toMatch(/^Unknown option `--qqqqqq`; `npm .* -- --help` lists what `npm .*` understands\.\n$/);
    expect([stdout, status]).toEqual(['', 1]);
  });
});

describe('a command with subcommands', () => {
  it('suggests the closest subcommand for an unknown one', () => {
    const { stderr, status } = run(root, 'new', 'esay', 'A title');
    expect([stderr, status]).toEqual(['Unknown kind `esay`; did you mean `essay`?\n', 1]);
  });
});

describe('npm run check -- --explain', () => {
  it('prints the text of a rule', () => {
    const { stdout, status } = run(root, 'check', '--explain', 'unknown-work');
    expect(stdout).toContain('unknown-work (error)\n\nA citation names a key that is not in `bibliography/`.');
    expect(status).toBe(0);
  });

  it('suggests the closest rule for an unknown one', () => {
    const { stderr, status } = run(root, 'check', '--explain', 'unknown-wrk');
    expect([stderr, status]).toEqual(['Unknown rule `unknown-wrk`; did you mean `unknown-work`?\n', 1]);
  });
});

describe('npm run check -- --links', () => {
  it('succeeds without a network, and reports that no link was checked', () => {
    const project = createProject(join(fixtures, 'base'));
    const ended = runProgram(project, [process.execPath, 'scripts/check.ts', '--links'], {
      HTTPS_PROXY: 'http://proxy.invalid:3128',
    });
    expect(ended.status).toBe(0);
    expect(ended.stdout).toContain('no errors');
    expect(ended.stderr).toContain('No link was checked, for there is no network.');
  });
});

/** Runs a command without blocking this process, whose server answers it. */
function runAside(
  words: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, words, options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr }),
    );
  });
}

describe('npm run posts', () => {
  it('pushes nothing if `baseUrl` is an example', () => {
    const { status, stderr } = run(createProject(join(fixtures, 'base')), 'posts', '--push', 'essay', '--yes');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        '`baseUrl` in `content/review.yaml` is an example (https://example.org/review/), so nothing was sent. Write the address at which the site is published, and publish the site.\n',
    });
  });
});

describe('npm run cite', () => {
  const project = createProject(join(fixtures, 'base'));

  it('uses the proxy of the environment, reports a failed connection, and writes nothing', async () => {
    const tunnels: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    const env = {
      PATH: process.env.PATH,
      HTTPS_PROXY: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    };
    const ended = await runAside(['scripts/cite.ts', '--yes', '10.1162/nothing', '2203.15556'], { cwd: project, env });
    proxy.close();
    expect(tunnels).toEqual(['doi.org:443']);
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'No answer from doi.org (refused by the proxy). Look whether this computer is online and the address is right; nothing was written.\n',
    });
    expect(readdirSync(join(project, 'bibliography'))).toEqual(['works.bib']);
  });

  it('prints works of the library and their keys with --find', () => {
    const { status, stdout } = run(project, 'cite', '--find', 'compute-optimal');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'hoffmann2022training\n    Hoffmann et al., 2022. Training Compute-Optimal Large Language Models\n',
    });
    expect(run(project, 'cite', '--find', 'zebra').stdout).toBe('No work of the library fits `zebra`.\n');
    expect(run(project, 'cite', '--find', 'x', '2203.15556').status).toBe(1);
    expect(run(project, 'cite').stderr).toContain('`npm run cite -- --find');
  });

  it('reports errors in the library first', () => {
    writeFileSync(join(project, 'bibliography/works.bib'), '@online{broken,\n  title = {A},\n');
    const { status, stderr } = run(project, 'cite', '2203.15556');
    expect(status).toBe(1);
    expect(stderr).toContain('unclosed-brace');
    expect(stderr).toContain('Fix these first');
  });
});

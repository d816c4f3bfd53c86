import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readBaseUrl } from '../src/engine/read-review.ts';
import { fixtures } from './fixture-review.ts';
import { createProject, run, snapshotOf } from './project.ts';

const root = dirname(import.meta.dirname);
const essay = 'content/essays/essay/index.mdx';
const guide = 'npm run check -- --explain ';
const today = ['--today', '2026-11-24'];

/** Returns the last day on which the review of this repository was changed or searched. */
function lastDayOfRepository(): string {
  const files = [...snapshotOf(join(root, 'content'))].filter(([path]) =>
    /index\.mdx$|(?:audits|changes)\.yaml$/.test(path),
  );
  const days = files.flatMap(([, bytes]) => [
    ...Buffer.from(bytes, 'base64')
      .toString('utf8')
      .matchAll(/^[- ]*(?:date|on|published|searched|updated): (\d{4}-\d\d-\d\d)$/gm),
  ]);
  return (
    days
      .map(([, day = '']) => day)
      .toSorted()
      .at(-1) ?? ''
  );
}

/** Creates a project with one error, one warning and some hints. */
function createFaulty(): string {
  const project = createProject(join(fixtures, 'base'));
  const text = readFileSync(join(project, essay), 'utf8');
  writeFileSync(
    join(project, essay),
    text.replace('[@kaplan2020scaling].', '[@kaplan2020scaling; @nobody2020, p. 3].\n\nIt falls. [@kaplan2020scaling]'),
  );
  return project;
}

describe('npm run check', () => {
  it('reports no error in the review of this repository, even with --strict', () => {
    const ended = run(root, 'check', '--strict', '--today', lastDayOfRepository());
    expect(ended.stdout).toMatch(
      /^(?:\d+ hints?; `npm run check -- --hints` shows the hints\n)?Checked \d+ essays and \d+ works: no errors\.\n$/,
    );
    expect([ended.stderr, ended.status]).toEqual(['', 0]);
  });

  it('prints messages by file, the pages of their rules, and counts, but no hints', () => {
    const { stdout, status } = run(createFaulty(), 'check', ...today);
    expect(stdout).toBe(`${essay}
  14:48-14:59  error  Unknown citation key \`nobody2020\`: expected a key of \`bibliography/\`; write \`\\@\` where no work is meant  unknown-work
  16:11-16:31  warning  Invalid position of a citation after the full stop: expected it before the full stop  citation-after-stop

  citation-after-stop  ${guide}citation-after-stop
  unknown-work         ${guide}unknown-work

1 error, 1 warning, 6 hints; \`npm run check -- --hints\` shows the hints
`);
    expect(status).toBe(1);
  });

  it('prints hints with --hints', () => {
    const { stdout, status } = run(createProject(join(fixtures, 'base')), 'check', '--hints', ...today);
    expect(stdout).toContain('hint  Missing citation of `merrill2023parallelism`: no essay cites it  uncited-work');
    expect(status).toBe(0);
  });

  it('treats warnings as errors only with --strict', () => {
    const project = createProject(join(fixtures, 'base'));
    appendFileSync(join(project, essay), '\nIt falls. [@kaplan2020scaling]\n');
    expect(run(project, 'check', ...today).status).toBe(0);
    const strict = run(project, 'check', '--strict', ...today);
    expect(strict.stdout).toContain('  error  Invalid position of a citation after the full stop');
    expect(strict.status).toBe(1);
  });

  it('depends only on the date that it is given', () => {
    const project = createProject(join(fixtures, 'base'));
    const library = join(project, 'bibliography/works.bib');
    writeFileSync(library, readFileSync(library, 'utf8').replace('date = {2016}', 'date = {2031}'));
    expect(run(project, 'check', '--today', '2030-12-31').stdout).toContain('Invalid year 2031 of `DBLP:conf/x.1`');
    expect(run(project, 'check', '--today', '2031-01-01').stdout).not.toContain('Invalid year');
  });

  it('prints colours with FORCE_COLOR, and none with NO_COLOR', () => {
    const project = createFaulty();
    const asked = (env: Record<string, string>) =>
      spawnSync(process.execPath, ['scripts/check.ts'], {
        cwd: project,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, ...env },
      }).stdout;
    expect(asked({ FORCE_COLOR: '1' })).toContain('\u001B[31m');
    expect(asked({ NO_COLOR: '1' })).not.toContain('\u001B[');
  });

  it('rejects an invalid option value in one sentence', () => {
    const { stderr, status } = run(root, 'check', '--format', 'xml');
    expect(stderr).toBe(
      'Invalid value `xml` of `--format`: expected people, json or github; `npm run check -- --help` lists what `npm run check` understands.\n',
    );
    expect(status).toBe(1);
  });
});

const Point = z.strictObject({ line: z.int(), column: z.int() });
const JsonMessages = z.array(
  z.strictObject({
    file: z.string().nullable(),
    range: z.strictObject({ start: Point, end: Point }).nullable(),
    level: z.enum(['error', 'warning', 'hint']),
    rule: z.string(),
    reason: z.string(),
    url: z.url().nullable(),
  }),
);

describe('npm run check -- --format', () => {
  it('prints one JSON array, including hints', () => {
    const { stdout, status } = run(createFaulty(), 'check', '--format', 'json', ...today);
    const messages = JsonMessages.parse(JSON.parse(stdout));
    expect(messages.map(({ level }) => level).toSorted()).toEqual([
      'error',
      ...Array.from({ length: 6 }, () => 'hint'),
      'warning',
    ]);
    expect(messages.find(({ level }) => level === 'error')).toEqual({
      file: essay,
      range: { start: { line: 14, column: 48 }, end: { line: 14, column: 59 } },
      level: 'error',
      rule: 'unknown-work',
      reason:
        'Unknown citation key `nobody2020`: expected a key of `bibliography/`; write `\\@` where no work is meant',
      url: null,
    });
    expect(status).toBe(1);
  });

  it('prints workflow commands for GitHub, escaped', () => {
    const project = createFaulty();
    appendFileSync(join(project, essay), '\nSee [a page](/a%20b/).\n');
    const [first, second, third] = run(project, 'check', '--format', 'github', ...today).stdout.split('\n');
    expect(first).toBe(
      `::error file=${essay},line=14,endLine=14,col=48,endColumn=59,title=unknown-work::Unknown citation key \`nobody2020\`: expected a key of \`bibliography/\`; write \`\\@\` where no work is meant%0A${guide}unknown-work`,
    );
    expect(second).toContain(`::warning file=${essay},line=16`);
    expect(third).toContain('::Unknown page `/a%2520b/`: expected a page of the site%0A');
  });

  it('links to the page of a rule once the review has its own URL', () => {
    const project = createFaulty();
    const config = join(project, 'content/review.yaml');
    writeFileSync(config, readFileSync(config, 'utf8').replace('example.org', 'review.test'));
    const page = 'https://review.test/review/guide/checks/#unknown-work';
    expect(run(project, 'check', ...today).stdout).toContain(`  unknown-work         ${page}\n`);
    expect(run(project, 'check', '--format', 'github', ...today).stdout).toContain(`%0A${page}\n`);
    expect(run(project, 'check', '--format', 'json', ...today).stdout).toContain(`"url": "${page}"`);
  });

  it('has no URL for a rule if review.yaml cannot be read', () => {
    const project = createProject(join(fixtures, 'base'));
    writeFileSync(join(project, 'content/review.yaml'), 'title: [\n');
    const messages = JsonMessages.parse(JSON.parse(run(project, 'check', '--format', 'json').stdout));
    expect(messages.map(({ rule, url }) => ({ rule, url }))).toEqual([{ rule: 'yaml-syntax', url: null }]);
  });
});

describe('npm run check of a file that cannot be read', () => {
  it('reports a folder in place of the file', () => {
    const project = createProject(join(fixtures, 'base'));
    rmSync(join(project, 'content/review.yaml'));
    mkdirSync(join(project, 'content/review.yaml'));
    const { stdout, stderr, status } = run(project, 'check');
    expect(stdout).toContain('content/review.yaml\n  error  ');
    expect([stderr, status]).toEqual(['', 1]);
    expect(readBaseUrl(project)).toBe(null);
  });

  it('reports a broken symbolic link without a stack trace', () => {
    const project = createProject(join(fixtures, 'base'));
    rmSync(join(project, 'content/authors.yaml'));
    symlinkSync('nowhere.yaml', join(project, 'content/authors.yaml'));
    const { stdout, stderr, status } = run(project, 'check');
    expect(stdout).toContain('content/authors.yaml\n  error  ');
    expect([stderr, status]).toEqual(['', 1]);
  });
});

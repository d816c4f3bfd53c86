import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { libraryFiles, schemaFiles } from '../src/build/editor-files.ts';
import { Frontmatter } from '../src/engine/model/essay.ts';
import { componentNames } from '../src/engine/model/vocabulary.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';
import { fixtures } from './fixture-review.ts';
import { Matcher, matchProblems } from './problem-matcher.ts';
import { createProject, run } from './project.ts';

const root = dirname(import.meta.dirname);
const base = join(fixtures, 'base');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, '.vscode', path), 'utf8'));
const Snippets = z.record(
  z.string(),
  z.object({
    scope: z.string(),
    prefix: z.string(),
    body: z.union([z.string(), z.array(z.string())]),
    description: z.string(),
  }),
);

describe('JSON Schemas', () => {
  it.each([...schemaFiles()])('%s matches the schema of the engine (`npm run check` writes it)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  it('are configured for every YAML file in content/ and for frontmatter', () => {
    const wired = Object.entries(
      z.object({ 'yaml.schemas': z.record(z.string(), z.string()) }).parse(readJson('settings.json'))['yaml.schemas'],
    );
    expect(wired.filter(([schema]) => !existsSync(join(root, schema)))).toEqual([]);
    const files = readdirSync(join(root, 'content'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `content/${name}`);
    expect(wired.map(([, file]) => file)).toEqual(expect.arrayContaining([...files, 'content/essays/**/*.mdx']));
    expect(wired.map(([schema]) => schema.replace('./', '')).toSorted()).toEqual([...schemaFiles().keys()].toSorted());
  });
});

describe('the schema of charts', () => {
  const schema = z.fromJSONSchema(z.record(z.string(), z.json()).parse(readJson('schemas/chart.json')));
  const isChart = (chart: object): boolean => schema.safeParse({ data: './a.csv', ...chart }).success;

  it.each(globSync('{content/essays,src/components/guide}/**/*.chart.yaml', { cwd: root }))('accepts %s', (file) => {
    expect(schema.safeParse(parse(readFileSync(join(root, file), 'utf8'))).error).toBeUndefined();
  });

  it('accepts marks by name or with fields, and rejects unknown marks, fields, channels and colours', () => {
    expect(isChart({ mark: 'point' })).toBe(true);
    expect(isChart({ layer: [{ mark: { type: 'point', color: 'accent' } }] })).toBe(true);
    expect(isChart({ mark: 'arc' })).toBe(false);
    expect(isChart({ layer: [{ mark: { type: 'point', tooltip: true } }] })).toBe(false);
    expect(isChart({ mark: 'point', encoding: { href: { field: 'a', type: 'nominal' } } })).toBe(false);
    expect(isChart({ mark: 'point', encoding: { color: { value: 'red' } } })).toBe(false);
  });
});

describe('snippets', () => {
  const { library } = parseReview(readSources(base), createParseCache({ prints: false }));
  const files = libraryFiles(library ?? new Map());

  it('complete the key of every work, with authors, year and title', () => {
    const works = Snippets.parse(JSON.parse(files.get('.vscode/works.code-snippets') ?? ''));
    expect(Object.keys(works)).toEqual([...(library?.keys() ?? [])].toSorted());
    expect(works.kaplan2020scaling).toEqual({
      scope: 'markdown,mdx',
      prefix: '@kaplan2020scaling',
      body: '@kaplan2020scaling',
      description: 'Kaplan et al., 2020. Scaling Laws for Neural Language Models',
    });
  });

  it('list the bibliography files for the citation extension', () => {
    const { bibliography } = z
      .object({ bibliography: z.array(z.string()) })
      .parse(parse(files.get('.vscode/library.yaml') ?? ''));
    expect(bibliography).toEqual(['../bibliography/works.bib']);
  });

  it('include every frontmatter field of a new essay and every component', () => {
    const snippets = Object.values(Snippets.parse(readJson('essay.code-snippets')));
    const frontmatter = [snippets.find(({ prefix }) => prefix === 'frontmatter')?.body ?? []]
      .flat()
      .flatMap((line) => /^(\w+):/.exec(line)?.[1] ?? []);
    // New essays are never retired.
    expect(frontmatter).toEqual(Object.keys(Frontmatter.omit({ retired: true }).shape));
    expect(snippets.map(({ prefix }) => prefix)).toEqual(expect.arrayContaining([...componentNames]));
  });

  it('are written by npm run check only if the library changes, even with an invalid essay', () => {
    const project = createProject(base);
    const file = join(project, '.vscode/works.code-snippets');
    run(project, 'check');
    const { mtimeMs } = statSync(file);
    run(project, 'check');
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    const library = join(project, 'bibliography/works.bib');
    writeFileSync(
      library,
      `${readFileSync(library, 'utf8')}\n@online{new2026, title = {New}, author = {Doe, Jane}, date = {2026}}\n`,
    );
    writeFileSync(join(project, 'content/essays/essay/index.mdx'), 'An essay that is wrong');
    run(project, 'check');
    expect(readFileSync(file, 'utf8')).toContain('"Doe, 2026. New"');
  });
});

describe('the task `check`', () => {
  const Tasks = z.object({ tasks: z.array(z.object({ label: z.string(), problemMatcher: z.array(Matcher) })) });
  const matchers =
    Tasks.parse(readJson('tasks.json')).tasks.find(({ label }) => label === 'check')?.problemMatcher ?? [];

  const Json = z.array(
    z.object({
      file: z.string(),
      range: z.object({ start: z.object({ line: z.number(), column: z.number() }) }).nullable(),
      level: z.string(),
      reason: z.string(),
      rule: z.string(),
    }),
  );

  const change = (file: string, from: string, to: string): void =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  const essay = 'content/essays/essay/index.mdx';
  const mistakes: [string, (project: string) => void][] = [
    [
      'in an essay',
      (project) =>
        change(
          join(project, essay),
          '[@kaplan2020scaling].',
          '[@kaplan2020scaling; @nobody2020].\n\nIt falls. [@kaplan2020scaling]',
        ),
    ],
    [
      'in two files',
      (project) => {
        change(join(project, essay), '@kaplan2020scaling', '@nobody2020');
        change(join(project, 'content/review.yaml'), 'essays: [essay]', 'essays: [essay, essay, another]');
      },
    ],
    [
      'with a missing file',
      (project) => {
        change(join(project, essay), '@kaplan2020scaling', '@nobody2020');
        rmSync(join(project, 'content/authors.yaml'));
      },
    ],
  ];

  it.each(mistakes)('shows every message at its position for errors %s', (_, make) => {
    const project = createProject(base);
    make(project);
    const wanted = Json.parse(JSON.parse(run(project, 'check', '--format', 'json').stdout)).map(
      ({ file, range, level, reason, rule }) => ({
        file,
        line: range?.start.line ?? null,
        column: range?.start.column ?? null,
        severity: level === 'hint' ? 'info' : level,
        message: reason,
        code: rule,
      }),
    );
    expect(wanted.length).toBeGreaterThan(1);
    const { stdout } = run(project, 'check', '--hints');
    const sorted = (problems: unknown[]) => problems.map((one) => JSON.stringify(one)).toSorted();
    expect(sorted(matchers.flatMap((matcher) => matchProblems(stdout, matcher)))).toEqual(sorted(wanted));
  });
});

it('recommends extensions by id', () => {
  const { recommendations } = z
    .object({ recommendations: z.array(z.string().regex(/^[\w-]+\.[\w-]+$/)) })
    .parse(readJson('extensions.json'));
  expect(recommendations).toContain('notZaki.pandocciter');
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { componentExamples } from '../src/components/guide/component-examples.ts';
import { parseExample } from '../src/components/guide/example-review.ts';
import { readFenced } from '../src/components/guide/fenced.ts';
import { renderExample, renderMessages } from '../src/components/guide/render-example.ts';
import { rules } from '../src/engine/checks/index.ts';
import { Frontmatter } from '../src/engine/model/essay.ts';
import { guidePages } from '../src/engine/model/guide-pages.ts';
import { componentNames } from '../src/engine/model/vocabulary.ts';
import { comparePost, convertMarkdown } from '../src/forum-model/index.ts';
import { fixtures } from './fixture-review.ts';
import { createProject, run, snapshotOf } from './project.ts';

const root = dirname(import.meta.dirname);
const pages = guidePages.map(({ path }) => ({
  path,
  source: join('src/pages', path === '/guide/' ? '/guide/index.mdx' : path.replace(/\/$/, '.mdx')),
}));
const sourceOf = (name: string): string => readFileSync(join(fixtures, 'guide', name, 'input.mdx'), 'utf8').trimEnd();

describe('an example of the guide', () => {
  it('becomes its part of a page and its post', async () => {
    const { site, post } = renderExample(sourceOf('example'), { kind: 'essay', prefix: 'example-1-' });
    await expect(`${site}\n`).toMatchFileSnapshot(join(fixtures, 'guide/example/site.html'));
    await expect(post).toMatchFileSnapshot(join(fixtures, 'guide/example/post.md'));
  });

  it('that is wrong becomes what the check prints, with the lines that one sees', async () => {
    await expect(renderMessages(sourceOf('wrong'), 'essay')).toMatchFileSnapshot(
      join(fixtures, 'guide/wrong/messages.txt'),
    );
  });

  it('of the library becomes references', () => {
    const { site, post } = renderExample('@online{key, title = {A Title}, author = {Doe, Jane}, date = {2020}}', {
      kind: 'library',
      prefix: '',
    });
    expect(site).toContain('<b>Doe, 2020</b> Doe, J. (2020). <em>A title</em>.');
    expect(post).toBeNull();
  });

  it('is refused where it is not as it claims', () => {
    expect(() => renderExample(sourceOf('wrong'), { kind: 'essay', prefix: '' })).toThrow(
      /^An example of the guide is wrong:\n.*unknown-work\nFix it/s,
    );
    expect(() => renderMessages(sourceOf('example'), 'essay')).toThrow(
      /^An example of the guide that shows an error has none:\n/,
    );
    expect(() => readFenced('<p>No code</p>')).toThrow('holds 0 fenced blocks');
  });

  it.each(Object.entries(componentExamples))('of %s comes out of the forum whole', (_, source) =>
    expect(lostOf(source)).toEqual([]),
  );

  it.each(pages)('on $path comes out of the forum whole', ({ source }) => {
    const examples = [...readFileSync(join(root, source), 'utf8').matchAll(/<Example>\n```mdx\n(.*?)\n```/gs)].map(
      (match) => match[1] ?? '',
    );
    expect(examples.flatMap(lostOf)).toEqual([]);
  });
});

/** What of an example the forum's conversion of its post would lose. */
function lostOf(source: string): string[] {
  const { review } = parseExample(source, { kind: 'essay' });
  const [essay] = review?.essays ?? [];
  if (!review || !essay) throw new Error('The example gave no essay. Read its messages.');
  const { post } = renderExample(source, { kind: 'essay', prefix: '' });
  return comparePost(essay, convertMarkdown(post ?? ''), {
    config: review.config.value,
    library: review.library,
    format: 'Markdown',
  }).map(({ reason }) => reason);
}

it('names commands and options that exist', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const named = (pattern: RegExp) =>
    pages.flatMap(({ source }) =>
      [...readFileSync(join(root, source), 'utf8').matchAll(pattern)].map((match) => match[1] ?? ''),
    );
  expect(named(/npm run ([a-z]+)/g).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const help = Object.values(scripts)
    .flatMap((script) => /^node (scripts\/\S+)$/.exec(script)?.[1] ?? [])
    .map((script) => spawnSync(process.execPath, [script, '--help'], { cwd: root, encoding: 'utf8' }).stdout)
    .join('\n');
  const options = named(/[ `]--([a-z][a-z-]*)/g);
  expect(options.length).toBeGreaterThan(10);
  expect(options.filter((name) => !new RegExp(`--${name}\\b`).test(help))).toEqual([]);
});

describe('the guide on the site', () => {
  let project = '';
  let site = new Map<string, string>();

  beforeAll(() => {
    project = createProject(join(fixtures, 'base'));
    expect(run(project, 'build').stderr).toBe('');
    site = snapshotOf(join(project, 'dist'));
  });

  const htmlOf = (path: string): string =>
    Buffer.from(site.get(`${path.slice(1)}index.html`) ?? '', 'base64').toString('utf8');
  const idsOf = (html: string): string[] => [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');

  it.each(pages)(
    'has $path with its examples drawn, each id once, nobody else’s page in a frame, and the styles of formulas where there are formulas',
    ({ path, source }) => {
      const html = htmlOf(path);
      expect(html).toMatch(/<h1/);
      expect(html.replace(/<(pre|code|script)\b.*?<\/\1>/gs, '')).not.toMatch(/\[-?@|&lt;\/?[A-Z]/);
      expect(html).not.toMatch(/<iframe[^>]*\ssrc=/);
      const ids = idsOf(html);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(/\/katex[^"]*\.css"/.test(html)).toBe(html.includes('class="katex'));
      const written = [...readFileSync(join(root, source), 'utf8').matchAll(/<Example\b/g)].length;
      expect(html.match(/<div class="example"/g)?.length ?? 0).toBeGreaterThanOrEqual(written);
    },
  );

  it('explains every component and every rule', () => {
    expect(componentNames.filter((name) => !idsOf(htmlOf('/guide/components/')).includes(name.toLowerCase()))).toEqual(
      [],
    );
    expect(rules.filter(({ id }) => !idsOf(htmlOf('/guide/checks/')).includes(id)).map(({ id }) => id)).toEqual([]);
  });

  it('explains every field of the frontmatter', () => {
    expect(
      Object.keys(Frontmatter.shape).filter(
        (field) =>
          !htmlOf('/guide/').includes(`<td><code>${field}</code>`) &&
          !htmlOf('/guide/').includes(`, <code>${field}</code>`),
      ),
    ).toEqual([]);
  });

  it('ends the build where an example is not as it claims', () => {
    const page = join(project, 'src/pages/guide/citations.mdx');
    writeFileSync(page, readFileSync(page, 'utf8').replace('First by @doe1932body', 'First by @doe1932bod'));
    const ended = run(project, 'build');
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(
      'An example of the guide is wrong:\ncontent/essays/example/index.mdx\n  3:20-3:31  error  Unknown citation key `doe1932bod`',
    );
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../src/engine/checks/index.ts';
import { Frontmatter } from '../src/engine/model/essay.ts';
import { componentNames } from '../src/engine/model/vocabulary.ts';
import { copyBuiltProject } from './built-project.ts';
import { guideSources as pages } from './guide-sources.ts';
import { run, snapshotOf } from './project.ts';

const root = dirname(import.meta.dirname);

describe('the guide on the site', () => {
  let project = '';
  let site = new Map<string, string>();

  beforeAll(async () => {
    project = await copyBuiltProject('german');
    site = snapshotOf(join(project, 'dist'));
  });

  const htmlOf = (path: string): string =>
    Buffer.from(site.get(`${path.slice(1)}index.html`) ?? '', 'base64').toString('utf8');
  const idsOf = (html: string): string[] => [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');

  it.each(pages)(
    'renders the examples of $path, with unique ids, no external frames, and formula styles only if needed',
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

  it('fails the build if an example has an unexpected error', () => {
    const page = join(project, 'src/pages/guide/citations.mdx');
    writeFileSync(page, readFileSync(page, 'utf8').replace('First by @doe1932body', 'First by @doe1932bod'));
    const ended = run(project, 'build');
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(
      'An example of the guide is wrong:\ncontent/essays/example/index.mdx\n  3:20-3:31  error  Unknown citation key `doe1932bod`',
    );
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Essay } from '../src/engine/model/essay.ts';
import type { Review } from '../src/engine/model/review.ts';
import { renderForumPost } from '../src/engine/render/forum/index.ts';
import type { PostForms } from '../src/forum-model/index.ts';
import type { Preview } from '../src/preview/preview.ts';
import { previewForms, renderPreview } from '../src/preview/render-preview.ts';
import { fixtures, parseFixture } from './fixture-review.ts';

const essayFile = 'content/essays/essay/index.mdx';

/** Returns the essay of a fixture with its review. */
function read(fixture: string): { essay: Essay; review: Review } {
  const { review } = parseFixture(join(fixtures, 'essays', fixture));
  const [essay] = review?.essays ?? [];
  if (review === null || essay === undefined) throw new Error(`${fixture} has no essay. Fix the fixture.`);
  return { essay, review };
}

function formsOf({ essay, review: { config, library } }: ReturnType<typeof read>): PostForms {
  const context = { config: config.value, library };
  return renderForumPost(essay, context);
}

const contextOf = (review: Review) => ({ review, base: '/review/', images: new Map() });
const htmlOf = ({ formats }: Preview, side: 'post' | 'site', format = 'Markdown'): string =>
  formats
    .filter((one) => one.format === format)
    .flatMap(({ rows }) => rows.map((row) => row[side]))
    .join('\n');

describe('a preview', () => {
  const { essay, review } = read('markdown');
  const forms = formsOf({ essay, review });
  const without = (change: (forms: PostForms) => Partial<PostForms>): Preview =>
    previewForms(essay, { ...forms, ...change(forms) }, contextOf(review));
  const inMarkdown = (from: string | RegExp, to: string): Preview => {
    const markdown = forms.markdown.replace(from, to);
    expect(markdown).not.toBe(forms.markdown);
    return without(() => ({ markdown }));
  };

  it('shows the conversion of each format, without losses', () => {
    const preview = renderPreview(essay, contextOf(review));
    expect(preview.losses).toEqual([]);
    expect(preview.formats.map(({ format }) => format)).toEqual(['Markdown', 'HTML']);
    expect(preview.formats.map(({ format }) => htmlOf(preview, 'post', format)).join('')).not.toContain('difference-');
    expect(preview).toMatchObject({ markdown: forms.markdown, html: forms.html });
  });

  it('renders formulas with KaTeX, and shows pictures of the site', () => {
    const figures = read('captions');
    const html = htmlOf(renderPreview(figures.essay, contextOf(figures.review)), 'post');
    expect(html).toContain('<img src="/review/essays/essay/');
    expect(html).toContain('class="katex"');
    expect(html).not.toContain('class="MathJax"');
  });

  it('shows sections of the post beside those of the site', () => {
    const shown = read('model-written');
    const rows = renderPreview(shown.essay, contextOf(shown.review)).formats.flatMap(({ format, rows }) =>
      format === 'HTML' ? rows : [],
    );
    const titles = rows.map(({ post, site }) =>
      [post, site].map((html) => /<h2[^>]*>(.*?)<\/h2>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, '') ?? null),
    );
    expect(titles.length).toBeGreaterThan(1);
    for (const [post, site] of titles) if (post !== null && site !== 'Notes') expect(site).toBe(post);
  });

  const flag = (id: string) =>
    `<a class="difference-flag" id="${id}-difference-1" href="#difference-1" aria-label="Difference 1">1</a>`;
  const onPost = flag('post');
  const onSite = flag('essay');

  it.each([
    ['a changed word', '**strong**', '**weak**', `<p>${onPost}Emphasis`, `<p>${onSite}Emphasis`, ':18:1'],
    [
      'a lost heading',
      '### Below it\n',
      '',
      `<p class="difference-gap">${onPost} Missing here</p><p>Emphasis`,
      `<h3 id="below-it">${onSite}Below it`,
      ':16:1',
    ],
    ['a changed item', '1. One', '1. Won', `<li>\n<p>${onPost}Won</p>`, `${onSite}One`, ':21:4'],
    [
      'changed code',
      'def f(x):',
      'def g(x):',
      `<pre>${onPost}<code`,
      `<p class="difference-gap">${onSite}</p>\n<pre`,
      ':32:1',
    ],
    [
      'a lost rule',
      '***\n',
      '',
      `<p class="difference-gap">${onPost} Missing here</p><pre>`,
      `<p class="difference-gap">${onSite}</p>\n<hr>`,
      ':30:1',
    ],
    [
      'a lost ending',
      /\n[^\n]*an essay\]\(.*$/s,
      '\n',
      `<p class="difference-gap">${onPost} Missing here</p>`,
      `<p>${onSite}The other way back`,
      ':43:1',
    ],
    ['an addition', 'Inline $', 'Added.\n\nInline $', `<p>${onPost}Added.</p>`, null, ''],
  ] as const)('lists and flags %s, with its position in the essay', (_, from, to, post, site, place) => {
    const preview = inMarkdown(from, to);
    expect(preview.losses.map(({ number, place: found, formats }) => [number, found, formats])).toEqual([
      [1, `${essayFile}${place}`, ['Markdown']],
    ]);
    expect(htmlOf(preview, 'post')).toContain(post);
    expect(htmlOf(preview, 'post', 'HTML')).not.toContain('difference-');
    if (site === null) expect(htmlOf(preview, 'site')).not.toContain('difference-');
    else expect(htmlOf(preview, 'site')).toContain(site);
  });

  it('counts a loss in several formats once', () => {
    const preview = without(({ markdown, html }) => ({
      markdown: markdown.replace('**strong**', 'strong'),
      html: html.replace('<strong>strong</strong>', 'strong'),
    }));
    expect(preview.losses.map(({ formats }) => formats)).toEqual([['Markdown', 'HTML']]);
  });

  it('flags a changed cell inside the cell', () => {
    const table = read('captions');
    const tables = formsOf(table);
    const preview = previewForms(
      table.essay,
      { ...tables, html: tables.html.replace(/(<td[^>]*>)/, '$1Other ') },
      contextOf(table.review),
    );
    expect(htmlOf(preview, 'post', 'HTML')).toMatch(/<td[^>]*><a class="difference-flag"[^>]*>1<\/a>Other /);
    expect(htmlOf(preview, 'site', 'HTML')).toMatch(/<td[^>]*><a class="difference-flag"/);
  });
});

import axe from 'axe-core';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Essay } from '../src/engine/model/essay.ts';
import type { Review } from '../src/engine/model/review.ts';
import { renderForumPost } from '../src/engine/render/forum/index.ts';
import type { PostForms } from '../src/forum-model/index.ts';
import type { Preview } from '../src/vite/preview/preview.ts';
import { previewForms, renderPreview } from '../src/vite/preview/render-preview.ts';
import { startDevServer, type DevServer } from './dev-server.ts';
import { fixtures, parseFixture } from './fixture-review.ts';
import { createProject } from './project.ts';

const essayFile = 'content/essays/essay/index.mdx';

/** The essay of a fixture, with its review. */
function read(fixture: string): { essay: Essay; review: Review } {
  const { review } = parseFixture(join(fixtures, 'essays', fixture));
  const [essay] = review?.essays ?? [];
  if (review === null || essay === undefined) throw new Error(`${fixture} has no essay. Mend the fixture.`);
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

  it('shows what comes out of each format, and loses nothing', () => {
    const preview = renderPreview(essay, contextOf(review));
    expect(preview.losses).toEqual([]);
    expect(preview.formats.map(({ format }) => format)).toEqual(['Markdown', 'HTML']);
    expect(preview.formats.map(({ format }) => htmlOf(preview, 'post', format)).join('')).not.toContain('difference-');
    expect(preview).toMatchObject({ markdown: forms.markdown, html: forms.html });
  });

  it('prints formulas that MathJax finds, and serves pictures of the site itself', () => {
    const figures = read('captions');
    const html = htmlOf(renderPreview(figures.essay, contextOf(figures.review)), 'post');
    expect(html).toContain('<img src="/review/essays/essay/');
    expect(html).toContain('class="katex"');
    expect(html).not.toContain('class="MathJax"');
  });

  it('puts sections beside each other, and references and notes by themselves', () => {
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
      'a lost end',
      /\n[^\n]*an essay\]\(.*$/s,
      '\n',
      `<p class="difference-gap">${onPost} Missing here</p>`,
      `<p>${onSite}The other way back`,
      ':43:1',
    ],
    ['an addition', 'Inline $', 'Added.\n\nInline $', `<p>${onPost}Added.</p>`, null, ''],
  ] as const)('lists %s with its place, and flags it on both sides', (_, from, to, post, site, place) => {
    const preview = inMarkdown(from, to);
    expect(preview.losses.map(({ number, place: found, formats }) => [number, found, formats])).toEqual([
      [1, `${essayFile}${place}`, ['Markdown']],
    ]);
    expect(htmlOf(preview, 'post')).toContain(post);
    expect(htmlOf(preview, 'post', 'HTML')).not.toContain('difference-');
    if (site === null) expect(htmlOf(preview, 'site')).not.toContain('difference-');
    else expect(htmlOf(preview, 'site')).toContain(site);
  });

  it('counts once what is lost in several formats', () => {
    const preview = without(({ markdown, html }) => ({
      markdown: markdown.replace('**strong**', 'strong'),
      html: html.replace('<strong>strong</strong>', 'strong'),
    }));
    expect(preview.losses.map(({ formats }) => formats)).toEqual([['Markdown', 'HTML']]);
  });

  it('flags a changed cell within it', () => {
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

describe('the preview of the development server', () => {
  const project = createProject(join(fixtures, 'base'));
  const text = readFileSync(join(project, essayFile), 'utf8');
  const save = (saved: string): void => writeFileSync(join(project, essayFile), saved);
  const wait = { timeout: 20_000, interval: 50 };
  let dev: DevServer;
  let browser: Browser;
  let page: Page;

  const open = async (path: string): Promise<void> => {
    await page.goto(`${dev.address}${path}`, { timeout: 60_000 });
  };
  const words = (): Promise<string> => page.locator('main').innerText();
  const status = (): Promise<string> => page.getByRole('status').innerText();
  /** What an editor gets when one pastes. */
  const paste = async (): Promise<Record<string, string>> => {
    const pasted = page.evaluate(
      () =>
        new Promise<Record<string, string>>((resolve) => {
          const read = ({ clipboardData }: ClipboardEvent): void =>
            resolve(
              Object.fromEntries(['text/plain', 'text/html'].map((type) => [type, clipboardData?.getData(type) ?? ''])),
            );
          document.addEventListener('paste', read, { once: true });
        }),
    );
    await page.keyboard.press('Control+V');
    return pasted;
  };

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
    dev = await startDevServer(project);
    const { origin } = new URL(dev.address);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    page = await context.newPage();
  });
  afterAll(async () => {
    dev.server.kill('SIGINT');
    await browser.close();
  });

  it('is listed, and leads to the essay’s page and back', async () => {
    await open('preview/');
    await page.getByRole('link', { name: 'An essay' }).click();
    await page.waitForURL('**/review/preview/essay/');
    await page.getByRole('link', { name: 'The essay’s page' }).click();
    await page.waitForURL('**/review/essays/essay/');
    await page.getByRole('link', { name: 'As a post' }).click();
    await page.waitForURL('**/review/preview/essay/');
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
  });

  it.each(['', 'markdown/'])(
    'shows the post in the forum’s column beside the site’s text: /preview/essay/%s',
    async (format) => {
      await open(`preview/essay/${format}`);
      const shown = await words();
      expect(shown).toMatch(/Nothing is lost\. The forum shows 2\shead/);
      expect(shown).toContain('This is a copy, as of 3 January 2026');
      const [post, site] = await Promise.all(
        ['.post p:not([class])', '.site .body p'].map((selector) => page.locator(selector).first().boundingBox()),
      );
      expect(post?.width).toBeCloseTo(682, 0);
      expect(site?.x).toBeGreaterThan((post?.x ?? 0) + 682);
    },
  );

  it('is as accessible as axe-core can tell, what the forum makes of a post aside', async () => {
    await open('preview/essay/');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>(
      "axe.run({ exclude: ['.katex-html', '.forum'] }, { resultTypes: ['violations'] })",
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });

  it('shows one of the two on a phone, as the switch says', async () => {
    await open('preview/essay/');
    await page.setViewportSize({ width: 390, height: 844 });
    const shown = () =>
      Promise.all(['.row .post', '.row .site'].map((selector) => page.locator(selector).first().isVisible()));
    expect(await shown()).toEqual([true, false]);
    await page.getByRole('radio', { name: 'On the forum' }).press('ArrowRight');
    expect(await shown()).toEqual([false, true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('shows pictures on both sides', async () => {
    writeFileSync(
      join(project, dirname(essayFile), 'loss.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>',
    );
    save(`${text}\n<Figure id="fig-loss" src="./loss.svg" alt="Loss falls.">\n\nLoss.\n\n</Figure>\n`);
    await expect
      .poll(async () => (await fetch(`${dev.address}essays/essay/loss.svg`)).headers.get('content-type'), wait)
      .toBe('image/svg+xml');
    await open('preview/essay/');
    await expect
      .poll(
        () =>
          page
            .locator('.row img')
            .evaluateAll((images) => images.map((one) => one instanceof HTMLImageElement && one.naturalWidth)),
        wait,
      )
      .toEqual([40, 20]);
    save(text);
  });

  it('lists what MathJax refuses with its place while it is written, and says when nothing is lost again', async () => {
    await open('preview/essay/');
    await page.waitForFunction(() => document.readyState === 'complete');
    save(`${text}\nA [^note] here.\n\n[^note]: The least is $\\argmin_x L$.\n`);
    await expect.poll(words, wait).toContain(`1 thing does not survive`);
    const listed = page.locator('#difference-1');
    expect(await listed.innerText()).toMatch(/essay\/index\.mdx:22:10\n+.*MathJax refuses \\argmin_x L/);
    await listed.getByRole('link', { name: 'in the post' }).click();
    expect(await page.locator('.post p:has(> .difference-flag:target)').innerText()).toContain('The least is');
    await page.setViewportSize({ width: 390, height: 844 });
    await listed.getByRole('link', { name: 'in the essay' }).click();
    expect(await page.locator('.site p:has(> .difference-flag:target)').innerText()).toContain('The least is');
    expect(await page.locator('.site .difference-flag').isVisible()).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
    save(text);
    await expect.poll(words, wait).toContain('Nothing is lost');
  });

  it('copies the Markdown and the rich text of what was saved last, and says so', async () => {
    await open('preview/essay/');
    await page.waitForFunction(() => document.readyState === 'complete');
    save(`${text}\nA formula $a < b$,[^why] and *more*.\n\n[^why]: A note.\n`);
    await expect.poll(words, wait).toContain('A note.');
    const { markdown, html } = await page.evaluate(() => ({
      markdown: document.querySelector('[data-post="markdown"]')?.textContent,
      html: document.querySelector('[data-post="html"]')?.textContent,
    }));
    expect(markdown).toContain('A formula $a < b$,[^1] and *more*.\n\n');
    expect(html).toContain('<span class="math-tex">\\(a &#x3C; b\\)</span>');
    await page.getByRole('button', { name: 'Copy Markdown' }).press('Enter');
    await expect.poll(status, wait).toContain('Markdown');
    expect(await paste()).toEqual({ 'text/plain': markdown, 'text/html': '' });
    await page.getByRole('button', { name: 'Copy for the LessWrong editor' }).press('Enter');
    await expect.poll(status, wait).toContain('default editor');
    expect(await paste()).toEqual({ 'text/plain': markdown, 'text/html': html });
    save(text);
  });

  it('lays what is wrong over the page, until it is mended', async () => {
    await open('preview/essay/');
    const overlays = () => page.locator('vite-error-overlay').count();
    save(text.replace('@kaplan2020scaling', '@kaplan2020scalin'));
    await expect.poll(overlays, wait).toBe(1);
    save(text);
    await expect.poll(overlays, wait).toBe(0);
  });
});

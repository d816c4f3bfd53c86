import axe from 'axe-core';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paste } from './clipboard.ts';
import { startDevServer, type DevServer } from './dev-server.ts';
import { fixtures } from './fixture-review.ts';
import { createProject } from './project.ts';

const essayFile = 'content/essays/essay/index.mdx';

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
  const says = (words: string): Promise<void> => page.getByRole('status').filter({ hasText: words }).waitFor();
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

  it('is listed, and links to the essay’s page and back', async () => {
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
    'shows the post at the forum’s width beside the site’s text: /preview/essay/%s',
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

  it('has no accessibility violation outside the forum’s HTML', async () => {
    await open('preview/essay/');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>(
      "axe.run({ exclude: ['.katex-html', '.forum'] }, { resultTypes: ['violations'] })",
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });

  it('shows only the selected side on a phone', async () => {
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

  it('lists a formula that MathJax rejects, with its position, until it is fixed', async () => {
    await open('preview/essay/');
    await page.waitForFunction(() => document.readyState === 'complete');
    save(`${text}\nA [^note] here.\n\n[^note]: The least is $\\argmin_x L$.\n`);
    await expect.poll(words, wait).toContain(`1 thing is lost`);
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

  it('copies the Markdown and the rich text of the last save, and confirms it', async () => {
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
    await says('Markdown');
    expect(await paste(page)).toEqual({ 'text/plain': markdown, 'text/html': '' });
    await page.getByRole('button', { name: 'Copy for the LessWrong editor' }).press('Enter');
    await says('default editor');
    expect(await paste(page)).toEqual({ 'text/plain': markdown, 'text/html': html });
    save(text);
  });

  it('shows an error overlay until the error is fixed', async () => {
    await open('preview/essay/');
    const overlays = () => page.locator('vite-error-overlay').count();
    save(text.replace('@kaplan2020scaling', '@kaplan2020scalin'));
    await expect.poll(overlays, wait).toBe(1);
    save(text);
    await expect.poll(overlays, wait).toBe(0);
  });
});

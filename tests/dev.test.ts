import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDevServer, type DevServer } from './dev-server.ts';
import { fixtures } from './fixture-review.ts';
import { isLong } from './long.ts';
import { createProject, snapshotOf } from './project.ts';

const base = join(fixtures, 'base');
const essay = 'content/essays/essay/index.mdx';
const library = 'bibliography/works.bib';
const wait = { timeout: 20_000, interval: 50 };

describe('the development server', () => {
  const project = createProject(base);
  let dev: DevServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  const read = (file: string): string => readFileSync(join(base, file), 'utf8');
  const save = (file: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  };
  const change = (file: string, from: string, to: string): void => save(file, read(file).replace(from, to));
  const words = (): Promise<string> => page.locator('body').innerText();
  const overlay = (): Promise<string> =>
    page.evaluate(() =>
      [...document.querySelectorAll('vite-error-overlay')]
        .map(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('#message-content, #code h2') ?? [])]
            .map((part) => part.textContent)
            .join('\n'),
        )
        .join('\n'),
    );
  /** Restores the files that a test changed. Waits for the server, which would otherwise reload the next test's page. */
  const restore = async (): Promise<void> => {
    for (const folder of ['content', 'bibliography']) {
      const [original, current] = [snapshotOf(join(base, folder)), snapshotOf(join(project, folder))];
      for (const path of current.keys()) if (!original.has(path)) rmSync(join(project, folder, path));
      for (const [path, bytes] of original)
        if (current.get(path) !== bytes) save(join(folder, path), Buffer.from(bytes, 'base64'));
    }
    const answer = async (): Promise<string> => (await fetch(`${dev.address}essays/essay/`)).text();
    await expect.poll(answer, wait).toContain('Loss falls as a power law');
  };

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
    context = await browser.newContext();
    // Keeps the window of the context open, because opening it takes longer than opening a page.
    await context.newPage();
    dev = await startDevServer(project);
  });
  beforeEach(async () => {
    page = await context.newPage();
    await page.goto(`${dev.address}essays/essay/`, { timeout: 60_000 });
    await expect.poll(words, wait).toContain('Loss falls as a power law');
  });
  afterEach(async () => {
    expect(dev.server.exitCode).toBe(null);
    await restore();
    await page.close();
  });
  afterAll(async () => {
    dev.server.kill('SIGINT');
    await browser.close();
  });

  /** Marks the page. A reload removes the mark. */
  const mark = async (): Promise<void> => {
    await page.waitForFunction(() => document.readyState === 'complete');
    await page.evaluate(() => void (document.documentElement.dataset.mark = 'kept'));
  };
  const isMarked = (): Promise<boolean> => page.evaluate(() => document.documentElement.dataset.mark === 'kept');

  it('updates text, citations and references of a saved essay without a reload', async () => {
    await mark();
    await page.evaluate(() => void document.querySelector('nav.contents details')?.toggleAttribute('open', false));
    save(
      essay,
      `${read(essay).replace('title: An essay', 'title: Another title')}\nA sentence that was not there before [@hoffmann2022training].\n`,
    );
    await expect.poll(words, wait).toContain('A sentence that was not there before (Hoffmann');
    expect(await page.locator('.reference-list li').count()).toBe(2);
    expect(await page.locator('h1').innerText()).toBe('Another title');
    expect(await page.title()).toContain('Another title');
    expect(await page.locator('nav.contents details').getAttribute('open')).toBe(null);
    expect(await isMarked()).toBe(true);
  });

  it('loads the styles of a first formula without a reload', async () => {
    await mark();
    save(essay, `${read(essay)}\nThe loss is $L$.\n`);
    await expect
      .poll(
        () => page.locator('.katex').evaluateAll((formulas) => formulas.map((one) => getComputedStyle(one).fontFamily)),
        wait,
      )
      .toEqual([expect.stringContaining('KaTeX')]);
    expect(await isMarked()).toBe(true);
  });

  it('shows an added figure and serves its file', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>';
    save('content/essays/essay/loss.svg', svg);
    save(essay, `${read(essay)}\n<Figure id="fig-loss" src="./loss.svg" alt="Loss falls.">\n\nLoss.\n\n</Figure>\n`);
    await expect
      .poll(
        () =>
          page
            .locator('#fig-loss img')
            .evaluateAll((images) => images.map((one) => one instanceof HTMLImageElement && one.naturalWidth)),
        wait,
      )
      .toEqual([20]);
    expect(await (await fetch(`${dev.address}essays/essay/loss.svg`)).text()).toBe(svg);
  });

  it.each(isLong ? [5, 20, 60, 90, 120, 180] : [20, 90])(
    'shows the last of two saves that are %i ms apart',
    async (gap) => {
      save(essay, `${read(essay)}\nThe first of two.\n`);
      // The test is about the pause between the saves.
      await new Promise((resolve) => setTimeout(resolve, gap));
      save(essay, `${read(essay)}\nThe second of two.\n`);
      await expect.poll(words, wait).toContain('The second of two.');
      expect(await words()).not.toContain('The first of two.');
    },
  );

  it('shows a changed work in essays that cite it and on its page', async () => {
    const works = await context.newPage();
    await works.goto(`${dev.address}works/kaplan2020scaling/`);
    await mark();
    change(library, 'title = {Scaling', 'title = {A title that was not there before: Scaling');
    await expect.poll(words, wait).toContain('A title that was not there before');
    await expect.poll(() => works.locator('body').innerText(), wait).toContain('A title that was not there before');
    expect(await isMarked()).toBe(true);
    await works.close();
  });

  it('updates citation keys for editors, even while an essay has an error', async () => {
    const snippets = (): string => readFileSync(join(project, '.vscode/works.code-snippets'), 'utf8');
    await expect.poll(snippets, wait).toContain('@kaplan2020scaling');
    change(essay, '@kaplan2020scaling', '@kaplan2020scalin');
    save(library, `${read(library)}\n@online{new2026, title = {New}, author = {Doe, Jane}, date = {2026}}\n`);
    await expect.poll(snippets, wait).toContain('Doe, 2026. New');
  });

  it('finds a work by name, although full-text search needs a build', async () => {
    const search = async (): Promise<string[]> => {
      await page.keyboard.press('/');
      await page.locator('dialog[open] input[type="search"]').fill('kaplen', { timeout: 1000 });
      return page.locator('dialog[open] [role="option"]').allInnerTexts();
    };
    await expect.poll(search, wait).toContainEqual(expect.stringContaining('Kaplan et al., 2020'));
  });

  it('shows a changed YAML file', async () => {
    await mark();
    change('content/review.yaml', 'title: A small review', 'title: A renamed review');
    await expect.poll(words, wait).toContain('A renamed review');
    expect(await isMarked()).toBe(true);
  });

  it('shows errors in an overlay, with positions and suggestions, until they are fixed', async () => {
    save(
      essay,
      read(essay)
        .replace('@kaplan2020scaling', '@kaplan2020scalin')
        .replace('domain: scaling-laws', 'domain: scaling-law'),
    );
    await expect.poll(overlay, wait).toContain('did you mean scaling-laws?');
    const said = await overlay();
    expect(said).toContain('essay/index.mdx:5:9');
    expect(said).toContain('14:28-14:45  error  Unknown citation key kaplan2020scalin');
    expect(said).toContain('did you mean kaplan2020scaling?  unknown-work');
    expect(await words()).toContain('Loss falls as a power law');
    save(essay, read(essay));
    await expect.poll(overlay, wait).toBe('');
    expect(await page.locator('h1').innerText()).toBe('An essay');
  });

  it('shows errors on a page that is opened later, and the page once they are fixed', async () => {
    change(essay, '@kaplan2020scaling', '@kaplan2020scalin');
    await expect.poll(overlay, wait).toContain('did you mean kaplan2020scaling?');
    await page.goto(`${dev.address}works/`);
    await expect.poll(overlay, wait).toContain('did you mean kaplan2020scaling?');
    save(essay, read(essay));
    await expect.poll(words, wait).toContain('Works');
    expect(await overlay()).toBe('');
  });

  const broken: [string, () => void, string][] = [
    ['broken YAML', () => save('content/review.yaml', `${read('content/review.yaml')}\n  - : [\n`), 'yaml-syntax'],
    ['a half-written essay', () => save(essay, read(essay).slice(0, 80)), 'missing-frontmatter'],
    [
      'a binary file in place of an essay',
      () =>
        save(
          essay,
          Uint8Array.from({ length: 4000 }, (_, index) => (index * 197) % 256),
        ),
      'not-utf-8',
    ],
    ['a half-written bibliography', () => save(library, read(library).slice(0, 120)), 'unclosed-brace'],
    ['a deleted essay folder', () => rmSync(join(project, dirname(essay)), { recursive: true }), 'unknown-essay'],
    ['a deleted file that every page depends on', () => rmSync(join(project, 'content/authors.yaml')), 'missing-file'],
  ];
  const brokenAlike: typeof broken = [
    ['an empty essay', () => save(essay, ''), 'missing-frontmatter'],
    [
      'a renamed essay',
      () => renameSync(join(project, dirname(essay)), join(project, 'content/essays/renamed')),
      'unlisted-essay',
    ],
  ];
  it.each(isLong ? [...broken, ...brokenAlike] : broken)('recovers from %s', async (_, breakIt, rule) => {
    breakIt();
    await expect.poll(overlay, wait).toContain(rule);
    await restore();
    await expect.poll(overlay, wait).toBe('');
    await expect.poll(words, wait).toContain('Loss falls as a power law');
  });

  it('shows an added essay, and responds with 404 for a removed one', async () => {
    save('content/essays/another/index.mdx', read(essay).replace('title: An essay', 'title: The second essay'));
    change('content/review.yaml', 'essays: [essay]', 'essays: [essay, another]');
    await expect.poll(words, wait).toContain('The second essay');
    await page.goto(`${dev.address}essays/another/`);
    await expect.poll(() => page.locator('h1').innerText(), wait).toBe('The second essay');
    await restore();
    await expect.poll(async () => (await fetch(`${dev.address}essays/another/`)).status, wait).toBe(404);
  });
});

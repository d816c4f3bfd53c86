import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, run } from './project.ts';
import { serve } from './serve.ts';

const root = dirname(import.meta.dirname);
const pages = ['', 'essays/', 'essays/scaling-laws/', 'essays/expressivity/', 'works/', 'works/kaplan2020scaling/', 'domains/', 'about/', 'search/', '404.html'];

let browser: Browser;
let server: Server;
let url = '';

beforeAll(async () => {
  const project = createProject(root);
  expect(run(project, 'build').stderr).toBe('');
  ({ url, server } = await serve(join(project, 'dist'), '/review/'));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

async function withPage<Result>(use: (page: Page) => Promise<Result>, options: Parameters<Browser['newPage']>[0] = {}): Promise<Result> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('requestfailed', (request) => void (request.failure()?.errorText === 'net::ERR_ABORTED' || problems.push(`${request.url()} failed`)));
  try {
    const result = await use(page);
    expect(problems).toEqual([]);
    return result;
  } finally {
    await page.close();
  }
}

describe('search', () => {
  it('finds “Chinchilla” by keyboard alone: `/`, type, choose, Enter', () =>
    withPage(async (page) => {
      await page.goto(url);
      await page.keyboard.press('/');
      await page.keyboard.type('Chinchilla');
      const options = page.locator('dialog[open] [role="option"]');
      await options.first().waitFor();
      expect(await page.locator('dialog[open] [role="group"]').allInnerTexts()).toEqual([expect.stringMatching(/^Essays/), expect.stringMatching(/^Works/)]);
      const essay = await options.first().getAttribute('href');
      expect(essay).toContain('/review/essays/scaling-laws/');
      const href = await options.nth(1).getAttribute('href');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL((to) => to.pathname + to.hash === href);
    }));

  it('opens with Ctrl-K, says how many pages it found, and gives focus back at Escape', () =>
    withPage(async (page) => {
      await page.goto(`${url}works/`);
      await page.locator('header.site a').first().focus();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('zzzz');
      await page.locator('dialog[open] [role="status"]', { hasText: 'Nothing found' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.closest('header') !== null)).toBe(true);
    }));

  it('does not take `/` from someone who types', () =>
    withPage(async (page) => {
      await page.goto(`${url}search/`);
      await page.locator('main input').fill('a');
      await page.locator('main input').press('/');
      expect(await page.locator('dialog[open]').count()).toBe(0);
    }));
});

describe('a citation', () => {
  it('leads to its reference, whose number leads back to it', () =>
    withPage(async (page) => {
      await page.goto(`${url}essays/scaling-laws/`);
      const citation = page.locator('.citation a.cited-work').first();
      const key = await citation.getAttribute('data-key');
      const id = await page.locator('.citation').first().getAttribute('id');
      await citation.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#ref-/);
      expect(await page.locator(':target').getAttribute('id')).toBe(`ref-${key}`);
      await page.locator(':target .around-reference a').first().click();
      await page.waitForURL(new RegExp(`#${id}$`));
      await page.goBack();
      await page.waitForURL(/#ref-/);
    }));
});

describe.each([390, 820, 1440])('at %i px', (width) => {
  it.each(pages)('/%s holds nothing that is wider than the screen', (path) =>
    withPage(async (page) => {
      await page.goto(url + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBe(0);
    }, { viewport: { width, height: 900 } }),
  );
});

describe('without JavaScript', () => {
  it.each(['', 'essays/expressivity/', 'works/', 'works/kaplan2020scaling/'])('/%s reads well', (path) =>
    withPage(async (page) => {
      await page.goto(url + path);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(400);
      expect(await page.locator('main form:visible').count()).toBe(0);
    }, { javaScriptEnabled: false }),
  );

  it('search says that it needs it', () =>
    withPage(async (page) => {
      await page.goto(`${url}search/`);
      expect(await page.locator('main').innerText()).toMatch(/JavaScript/);
    }, { javaScriptEnabled: false }));
});

describe('every page', () => {
  it.each(pages)('/%s has one heading of the first rank, a title, and names for its controls', (path) =>
    withPage(async (page) => {
      await page.goto(url + path);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.title()).not.toBe('');
      const nameless = await page.evaluate(() =>
        [...document.querySelectorAll('a[href], button, input, select')].filter((element) => {
          const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.length : element.textContent?.trim();
          return !label && !element.getAttribute('aria-label') && !element.querySelector('img[alt]:not([alt=""])');
        }).map((element) => element.outerHTML),
      );
      expect(nameless).toEqual([]);
    }),
  );

  it('filters the works as one types, and keeps the filter in the address', () =>
    withPage(async (page) => {
      await page.goto(`${url}works/`);
      await page.locator('form.filters input').first().fill('chinchilla');
      expect(await page.locator('#works > li:visible').count()).toBeLessThan(10);
      await page.reload();
      expect(await page.locator('#works > li:visible').count()).toBeLessThan(10);
    }));
});

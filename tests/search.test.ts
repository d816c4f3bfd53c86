import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './browser-site.ts';
import { builtProject } from './built-project.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite(await builtProject('repository'));
});

afterAll(() => site.close());

const options = (page: Page) => page.locator('dialog[open] [role="option"]');
/** Waits for the results of the whole query. Until then, results of its beginning are shown. */
const answered = (page: Page) => page.locator('dialog[open] [role="listbox"][aria-busy="false"]').waitFor();

describe('search in the dialog', () => {
  it('finds an essay by title before works, and opens a result by keyboard', () =>
    site.withPage(async (page) => {
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.type('scaling laws');
      await answered(page);
      expect(await page.locator('dialog[open] [role="group"]').allInnerTexts()).toEqual([
        expect.stringMatching(/^Essays/),
        expect.stringMatching(/^Works/),
        expect.stringMatching(/^Terms/),
        expect.stringMatching(/^Pages/),
      ]);
      expect(await options(page).first().getAttribute('href')).toContain('/review/essays/scaling-laws/');
      const href = await options(page).nth(1).getAttribute('href');
      expect(href).toContain('#');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL((to) => to.pathname + to.hash === href);
    }));

  it('ranks the best match first, without duplicates, for typos, authors, identifiers, keys and findings', () =>
    site.withPage(async (page) => {
      await page.goto(site.url);
      await page.keyboard.press('/');
      const firstOf = async (query: string): Promise<string> => {
        await page.locator('dialog[open] [role="combobox"]').fill(query);
        await answered(page);
        const found = await options(page).evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
        expect(found.toSorted()).toEqual([...new Set(found)].toSorted());
        return found[0] ?? '';
      };
      expect(await firstOf('scalling')).toContain('/essays/scaling-laws/');
      expect(await firstOf('scailng laws')).toContain('/essays/scaling-laws/');
      expect(await firstOf('scalable oversigt')).toContain('/essays/scalable-oversight/');
      // A search for a work's common name finds it before works whose titles mention the name.
      expect(await firstOf('chinchila')).toContain('/works/hoffmann2022training/');
      expect(await firstOf('kaplan')).toContain('/works/kaplan2020scaling/');
      expect(await firstOf('changed mostly the coefficient of the scaling law')).toContain(
        '/essays/time-horizons/#find-length-hurts',
      );
      for (const query of [
        'hofmann',
        '2203.15556',
        '2203.155',
        'arXiv:2203.15556',
        'https://arxiv.org/abs/2203.15556v1',
        'https://doi.org/10.48550/ARXIV.2203.15556',
        '@hoffmann2022training',
      ])
        expect({ query, first: await firstOf(query) }).toEqual({
          query,
          first: expect.stringContaining('/works/hoffmann2022training/'),
        });
    }));

  it('finds by name while Pagefind is still loading', () =>
    site.withPage(async (page) => {
      let passOn = (): void => undefined;
      await page.route('**/pagefind/pagefind.js', (route) => {
        passOn = () => void route.continue();
      });
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.insertText('hofmann');
      await options(page).first().waitFor();
      expect(await options(page).first().innerText()).toMatch(/^Training compute-optimal/);
      passOn();
      await answered(page);
      expect(await options(page).first().innerText()).toMatch(/^Training compute-optimal/);
    }));

  it('opens with Ctrl-K, reports an empty result, and restores the focus on Escape', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}works/`);
      await page.locator('header.site a').first().focus();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('"zzzz"');
      await page.locator('dialog[open] [role="status"]', { hasText: 'Nothing found' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('name');
    }));

  it('shows angle brackets in a title as text', () =>
    site.withPage(async (page) => {
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.type('Option Rust');
      await answered(page);
      expect(await options(page).allInnerTexts()).toContainEqual(expect.stringMatching(/^Option<T> in Rust/));
    }));

  it('labels works like citations, shows formulas once, and ignores reference lists', () =>
    site.withPage(async (page) => {
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.type('Reconciling Kaplan');
      await answered(page);
      const found = await options(page).allInnerTexts();
      expect(found).toContainEqual(expect.stringMatching(/Pearce & Song, 2024\n.*What it says/));
      expect(found.filter((text) => /^References|\\|(.)\1\1\b/.test(text))).toEqual([]);
    }));

  it('follows the first result if Enter is pressed before results appear', () =>
    site.withPage(async (page) => {
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.insertText('chinchilla');
      await page.keyboard.press('Enter');
      await page.waitForURL(/works\/hoffmann2022training/);
    }));

  it('keeps the field and the close button in view, and links to all results', () =>
    site.withPage(
      async (page) => {
        await page.goto(site.url);
        await page.keyboard.press('/');
        await page.keyboard.type('scaling laws');
        await answered(page);
        await page.keyboard.press('ArrowUp');
        expect(await options(page).last().getAttribute('aria-selected')).toBe('true');
        for (const name of ['[role="combobox"]', 'button'])
          expect(
            await page
              .locator(`dialog[open] ${name}`)
              .evaluate(
                (one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight,
              ),
          ).toBe(true);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/search\/\?q=scaling%20laws$/);
        await page.locator('main [role="option"]').nth(20).waitFor();
      },
      { viewport: { width: 390, height: 844 } },
    ));
});

it('the compressed index of names has at most 70 kB for 300 works', async () => {
  const index = readFileSync(join(await builtProject('repository'), 'dist/search-index.json'));
  const { works } = JSON.parse(index.toString()) as { works: unknown[] };
  expect(works.length).toBeGreaterThan(100);
  expect(gzipSync(index).length / works.length).toBeLessThan(70_000 / 300);
});

describe('the guide', () => {
  const groups = (page: Page) => page.locator('dialog[open] [role="group"]').allInnerTexts();
  const guide = /^Guide for authors/;

  it('is not searched until it is included, by keyboard', () =>
    site.withPage(async (page) => {
      await page.goto(site.url);
      await page.keyboard.press('/');
      await page.keyboard.type('"frontmatter"');
      await page.locator('dialog[open] [role="status"]', { hasText: 'Nothing found' }).waitFor();
      expect(await groups(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await answered(page);
      expect(await groups(page)).toEqual([expect.stringMatching(guide)]);
      expect(await options(page).first().getAttribute('href')).toContain('/review/guide/');
    }));

  it('is searched by default on its own pages', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}guide/checks/`);
      await page.keyboard.press('/');
      await page.keyboard.type('uncited-number');
      await answered(page);
      expect(await groups(page)).toContainEqual(expect.stringMatching(guide));
    }));

  it('stays included in the URL of the search page', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}search/?q=citation`);
      await page.locator('main').getByLabel('Also the guide for authors').check();
      await page.locator('main [role="group"]', { hasText: guide }).waitFor();
      await page.waitForURL(/\?q=citation&guide=on$/);
      await page.reload();
      await page.locator('main [role="group"]', { hasText: guide }).waitFor();
      await page.goto(`${site.url}search/?q=citation`);
      await page.locator('main [role="status"]', { hasText: 'found' }).waitFor();
      expect(await page.locator('main [role="group"]', { hasText: guide }).count()).toBe(0);
    }));
});

describe('the search page', () => {
  it('does not open the dialog when `/` is typed into its field', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}search/`);
      await page.locator('main [role="combobox"]').fill('a');
      await page.locator('main [role="combobox"]').press('/');
      expect(await page.locator('dialog[open]').count()).toBe(0);
    }));

  it('restores the query and results on return from a result', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}search/`);
      await page.keyboard.type('chinchilla');
      await page.locator('main [role="option"]').first().click();
      await page.waitForURL(/works\/\w/);
      await page.goBack();
      await page.locator('main [role="option"]').first().waitFor();
      expect(await page.locator('main [role="combobox"]').inputValue()).toBe('chinchilla');
    }));

  it('shows a notice instead of a field without JavaScript', () =>
    site.withPage(
      async (page) => {
        await page.goto(`${site.url}search/`);
        expect(await page.locator('main').innerText()).toMatch(/JavaScript/);
        expect(await page.locator('input:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    ));
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './browser-site.ts';
import { builtProject } from './built-project.ts';

describe('the list of works', () => {
  let site: Site;
  let works: { id: string }[] = [];

  beforeAll(async () => {
    const project = await builtProject('repository');
    site = await openSite(project);
    works = JSON.parse(readFileSync(join(project, 'dist/works.csl.json'), 'utf8')) as { id: string }[];
  });

  afterAll(() => site.close());

  const shown = (page: Page) => page.locator('#works > li:visible');
  const keysOf = (page: Page) =>
    page.locator('#works > li').evaluateAll((all) => all.map((one) => one.dataset.key ?? ''));

  it('is filtered by words, author, years, domain, kind and reading, also from the URL', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}works/?year=2022`);
      expect(await page.getByLabel('From year').inputValue()).toBe('2022');
      await page.goto(`${site.url}works/`);
      await page.getByRole('searchbox', { name: 'Author' }).fill('hoffmann');
      await page.getByLabel('From year').fill('2021');
      await page.getByLabel('To year').fill('2023');
      await page.getByRole('combobox', { name: 'Cited in' }).selectOption('scaling-laws');
      expect(await keysOf(page)).toContain('hoffmann2022training');
      await page.getByRole('searchbox', { name: 'Words' }).fill('compute-optimal');
      expect(await keysOf(page)).toEqual(['hoffmann2022training']);
      expect(await page.getByRole('status').first().innerText()).toBe(`1 of ${works.length} works`);
      await page.getByLabel('To year').fill('2021');
      await page.getByText('No work matches.').waitFor();
      await page.reload();
      expect(await page.getByRole('searchbox', { name: 'Author' }).inputValue()).toBe('hoffmann');
      expect(await shown(page).count()).toBe(0);
      await page.getByRole('button', { name: 'Show all' }).press('Enter');
      expect(await shown(page).count()).toBe(works.length);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
      expect(page.url()).toBe(`${site.url}works/`);
      for (const [label, value] of [
        ['Kind', 'preprint'],
        ['Read as', 'full-text'],
      ] as const) {
        await page.getByRole('combobox', { name: label }).selectOption(value);
        const count = await shown(page).count();
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThan(works.length);
        expect(
          await page.locator(`#works > li[data-${label === 'Kind' ? 'kind' : 'read'}="${value}"]:visible`).count(),
        ).toBe(count);
      }
    }));

  it('is sorted by year, by citations and in the default order', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}works/?sort=newest`);
      const valuesOf = (name: string) =>
        page.locator('#works > li').evaluateAll((all, field) => all.map((one) => Number(one.dataset[field])), name);
      expect(await valuesOf('year')).toEqual((await valuesOf('year')).toSorted((a, b) => b - a));
      await page.getByLabel('Sort by').selectOption('cited');
      expect(await valuesOf('cited')).toEqual((await valuesOf('cited')).toSorted((a, b) => b - a));
      await page.getByLabel('Sort by').selectOption('');
      expect(await keysOf(page)).toEqual(works.map(({ id }) => id));
    }));

  it('is complete and in order after each change, even with thousands of works', () =>
    site.withPage(async (page) => {
      await page.route('**/works/', async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace(/(?<=<ol[^>]*id="works"[^>]*>).*?(?=<\/ol>)/s, (rows) =>
          rows.repeat(4),
        );
        await route.fulfill({ response, body: html });
      });
      await page.goto(`${site.url}works/`);
      expect(await shown(page).count()).toBe(4 * works.length);
      await page.getByLabel('Sort by').selectOption('title');
      await page.getByRole('searchbox', { name: 'Words' }).fill('a');
      await page.getByRole('searchbox', { name: 'Words' }).fill('');
      const keys = works.map(({ id }) => id);
      await page.getByLabel('Sort by').selectOption('');
      await expect.poll(() => shown(page).count()).toBe(4 * works.length);
      expect(await keysOf(page)).toEqual([...keys, ...keys, ...keys, ...keys]);
    }));

  it.each(['BibTeX', 'RIS', 'CSL-JSON'])('exports the shown works as %s', (format) =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}works/?q=chinchilla&sort=newest`);
      const keys = await keysOf(page);
      expect(keys.length).toBeGreaterThan(1);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: format, exact: true }).click();
      const text = readFileSync(await (await download).path(), 'utf8');
      const found = [...text.matchAll(/^(?:@\w+\{|ID {2}- |\{"id":")([\w-]+)/gm)].map((match) => match[1]);
      expect(found).toEqual(keys);
      if (format === 'CSL-JSON') expect(JSON.parse(text)).toHaveLength(keys.length);
    }),
  );

  it('is complete without JavaScript, including its exports', () =>
    site.withPage(
      async (page) => {
        await page.goto(`${site.url}works/`);
        expect(await page.locator('#works > li').count()).toBe(works.length);
        expect(await page.locator('form.filters').isVisible()).toBe(false);
        for (const format of ['BibTeX', 'RIS', 'CSL-JSON']) {
          const href = await page.getByRole('link', { name: format, exact: true }).getAttribute('href');
          const text = await (await fetch(new URL(href ?? '', site.url))).text();
          expect(text.match(/^(?:@\w+\{|TY {2}- |\{"id":)/gm)).toHaveLength(works.length);
        }
      },
      { javaScriptEnabled: false },
    ));

  it('links to works that show formulas and the findings that cite them', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}works/gao2022scaling/`);
      const cited = page.locator('section[aria-labelledby="cited"]');
      expect(await cited.locator('.katex').count()).toBeGreaterThan(0);
      const finding = page.locator('section[aria-labelledby="findings"] .finding').first();
      expect(await finding.innerText()).toMatch(/certainty/);
      await finding.locator('a.permanent').click();
      await page.waitForURL(/\/essays\/[\w-]+\/#find-/);
    }));
});

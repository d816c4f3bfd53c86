import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openSite, type Site } from './browser-site.ts';
import { builtProject } from './built-project.ts';

let site: Site;
const essay = () => `${site.url}essays/expressivity/`;

beforeAll(async () => {
  site = await openSite(await builtProject('repository'));
});

afterAll(() => site.close());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const [light, dark] = ['rgb(252, 251, 247)', 'rgb(22, 23, 26)'];
const frameColor = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      .filter(({ media }) => matchMedia(media).matches)
      .map(({ content }) => content),
  );

describe('a theme', () => {
  it('follows the system until one is chosen by keyboard, and is restored before external scripts run', () =>
    site.withPage(
      async (page) => {
        await page.goto(site.url);
        expect([await paperOf(page), await frameColor(page)]).toEqual([dark, ['#16171a']]);
        const choice = page.getByRole('group', { name: 'Theme' });
        await choice.getByRole('radio', { name: 'System' }).focus();
        await page.keyboard.press('ArrowRight');
        expect(await choice.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);
        expect([await paperOf(page), await frameColor(page)]).toEqual([light, ['#fcfbf7']]);
        // Replaces external scripts with empty ones.
        await page.route(/\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
        await page.goto(essay(), { waitUntil: 'commit' });
        await page.locator('h1').waitFor();
        expect([await paperOf(page), await frameColor(page)]).toEqual([light, ['#fcfbf7']]);
        await page.unroute(/\.js$/);
        await page.goto(essay());
        expect(await choice.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);
        await choice.getByRole('radio', { name: 'System' }).check();
        expect(await paperOf(page)).toBe(dark);
      },
      { colorScheme: 'dark' },
    ));

  it('changes in every open page', () =>
    site.withPage(async (page) => {
      await page.goto(site.url);
      const opened = page.waitForEvent('popup');
      await page.evaluate((address) => void open(address), essay());
      const other = await opened;
      await other.waitForLoadState();
      await page.getByRole('radio', { name: 'Dark' }).check();
      await expect.poll(() => paperOf(other)).toBe(dark);
      await other.close();
    }));

  it('has no accessibility violation if it differs from the theme of the system', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        await page.getByRole('radio', { name: 'Dark' }).check();
        expect(await faultsOf(page)).toEqual([]);
      },
      { colorScheme: 'light' },
    ));

  it('cannot be chosen without JavaScript, and is always light in print', async () => {
    await site.withPage(
      async (page) => {
        await page.goto(site.url);
        expect(await page.getByRole('radio').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
    await site.withPage(async (page) => {
      await page.goto(essay());
      await page.getByRole('radio', { name: 'Dark' }).check();
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(31, 29, 26)');
    });
  });

  it('yields to forced colours, which mark only one entry of the contents', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        await page.locator('#limits').evaluate((section) => section.scrollIntoView());
        await page.locator('nav.contents a[href="#limits"][aria-current]').waitFor();
        const colors = await page
          .locator('nav.contents li')
          .evaluateAll((items) => items.map((item) => getComputedStyle(item).borderLeftColor));
        const paper = await paperOf(page);
        expect(colors.filter((color) => color !== paper)).toHaveLength(1);
      },
      { forcedColors: 'active' },
    ));

  it('has stronger colours if the user prefers more contrast', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
      },
      { contrast: 'more' },
    ));
});

describe('the reading bar on a phone', () => {
  it('opens the contents, and returns from a section to the previous position', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const call = page.locator('.opens-note').first();
      await call.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      const back = page.getByRole('button', { name: 'Back' });
      expect(await back.isVisible()).toBe(false);
      await page.locator('.reading-bar').getByText('Contents').tap();
      const sheet = page.getByRole('dialog', { name: 'Contents' });
      expect(await faultsOf(page)).toEqual([]);
      await sheet.getByRole('link', { name: 'Limits' }).tap();
      await back.waitFor();
      expect(await sheet.isVisible()).toBe(false);
      expect(page.url()).toMatch(/#limits$/);
      await back.tap();
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
      expect(await back.isVisible()).toBe(false);
    }, phone));

  it('returns one jump at a time from a citation, and restores the focus', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const link = page.locator('.cross-reference').first();
      await link.press('Enter');
      await page.locator('.card').getByRole('link', { name: 'Show in the text' }).press('Enter');
      const back = page.getByRole('button', { name: 'Back' });
      await back.waitFor();
      await page.locator('.around-reference a[href^="#cite-"]').first().click();
      await page.waitForURL(/#cite-/);
      await back.click();
      await page.waitForURL((url) => !url.hash.startsWith('#cite-'));
      expect(await back.isVisible()).toBe(true);
      await back.click();
      await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await back.isVisible()).toBe(false);
    }, phone));

  it('does not cover the focused link', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const covered = () =>
        page.evaluate(() => {
          const bar = document.querySelector('.reading-bar')?.getBoundingClientRect();
          const focused = document.activeElement;
          return focused?.closest('main .body') && focused.getBoundingClientRect().bottom > (bar?.top ?? 0);
        });
      await page.locator('.body a').first().focus();
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab');
        expect(await covered()).not.toBe(true);
      }
    }, phone));

  it('opens the search, and is hidden if the contents are beside the text', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      await page.locator('.reading-bar').getByText('Search').tap();
      await page.locator('dialog.search-dialog[open]').waitFor();
      await page.setViewportSize({ width: 1440, height: 900 });
      expect(await page.locator('.reading-bar').isVisible()).toBe(false);
    }, phone));

  it('consists of links without JavaScript', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        await page.locator('.reading-bar').getByText('Search').click();
        await page.waitForURL(/\/search\/$/);
        await page.goBack();
        await page.locator('.reading-bar').getByText('Contents').click();
        const contents = page.locator('nav.contents');
        await contents.locator('summary').click();
        await contents.locator('a[href="#limits"]').click();
        await page.waitForURL(/#limits$/);
      },
      { ...phone, javaScriptEnabled: false },
    ));

  it('is less than 32 px high on a low screen', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        expect((await page.locator('.reading-bar').boundingBox())?.height).toBeLessThan(32);
      },
      { viewport: { width: 320, height: 256 } },
    ));
});

describe('the contents', () => {
  it.each([true, false])('are open beside the text; JavaScript: %s', (scripts) =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        expect(await page.locator('nav.contents a').first().isVisible()).toBe(true);
        expect(await page.locator('nav.contents summary').isVisible()).toBe(false);
      },
      { javaScriptEnabled: scripts },
    ),
  );

  it('are closed above the text before a script runs, which avoids a layout shift', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        expect(await page.locator('nav.contents a').first().isVisible()).toBe(false);
      },
      { ...phone, javaScriptEnabled: false },
    ));
});

describe('the text of a chart', () => {
  it('is never larger than body text', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      for (const width of [390, 607, 609, 820, 1183, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const [text, ...sizes] = await page.evaluate(() => [
          parseFloat(getComputedStyle(document.body).fontSize),
          ...[...document.querySelectorAll<SVGSVGElement>('.chart svg')].flatMap((drawing) => {
            const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
            return [...drawing.querySelectorAll('text')].map(
              (one) => scale * parseFloat(getComputedStyle(one).fontSize),
            );
          }),
        ]);
        expect(Math.max(...sizes)).toBeGreaterThan(10);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(text);
      }
    }));

  it('is enlarged in a dialog that Escape closes', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const button = page.getByRole('button', { name: 'Enlarge' }).first();
      await button.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Figure 1.' });
      await dialog.locator('svg').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 256 });
      expect((await dialog.locator('.large-picture').boundingBox())?.height).toBeGreaterThan(150);
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await button.isVisible()).toBe(false);
    }));
});

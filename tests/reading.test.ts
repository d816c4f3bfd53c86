import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './browser-site.ts';
import { fixtures } from './fixture-review.ts';
import { createProject, removeGuide, run } from './project.ts';

let site: Site;
const essay = () => `${site.url}essays/essay/`;

beforeAll(async () => {
  const project = createProject(join(fixtures, 'base'));
  removeGuide(project);
  const path = join(project, 'content/essays/essay/index.mdx');
  const [, frontmatter] = readFileSync(path, 'utf8').split('---\n');
  // Moves the essay to the second domain, for the test of the order of domains.
  const moved = frontmatter?.replace('domain: scaling-laws', 'domain: expressivity');
  writeFileSync(path, `---\n${moved}---\n\n${readFileSync(join(fixtures, 'reading/index.mdx'), 'utf8')}`);
  copyFileSync(join(fixtures, 'essays/captions/law.svg'), join(dirname(path), 'law.svg'));
  appendFileSync(join(project, 'content/review.yaml'), 'repository: https://example.org/code\n');
  expect(run(project, 'build').stderr).toBe('');
  site = await openSite(project);
});

afterAll(() => site.close());

const phone = { viewport: { width: 390, height: 844 } };
const touch = { ...phone, hasTouch: true, isMobile: true };
const isInView = (page: Page) =>
  page
    .locator(':target')
    .evaluate(
      (target) => target.getBoundingClientRect().top >= 60 && target.getBoundingClientRect().bottom <= innerHeight,
    );

describe('an essay', () => {
  it('links to a footnote and back to each of its references, without JavaScript', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        await page.locator('.footnote-reference a').first().press('Enter');
        expect(await page.locator(':target').innerText()).toMatch(/^A note with two ways back/);
        const back = page.locator('.footnotes li:first-child .data-footnote-backref');
        expect(await back.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))).toEqual([
          'Back to the text',
          'Back to the text, place 2',
        ]);
        await back.nth(1).press('Enter');
        expect(await page.locator('.footnote-reference :target').innerText()).toBe('1');
        expect(await isInView(page)).toBe(true);
      },
      { javaScriptEnabled: false },
    ));

  it('keeps the current entry of long contents in view', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        const isInSight = () =>
          page.locator('nav.contents [aria-current]').evaluate((entry) => {
            const [{ top, bottom }, frame] = [
              entry.getBoundingClientRect(),
              entry.closest('details')?.getBoundingClientRect(),
            ];
            return frame !== undefined && top >= frame.top - 1 && bottom <= frame.bottom + 1;
          });
        // A section is current once it has reached the upper third of the window.
        for (const [hash, entry] of [
          ['#references', '#limits'],
          ['.table-scroll', '#what-is-wide'],
        ] as const) {
          await page.evaluate((to) => document.querySelector(to)?.scrollIntoView(), hash);
          await page.locator(`nav.contents a[href="${entry}"][aria-current]`).waitFor();
          expect(await isInSight()).toBe(true);
        }
        // In the introduction, no section is current.
        await page.evaluate(() => scrollTo(0, 0));
        await expect.poll(() => page.locator('nav.contents [aria-current]').count()).toBe(0);
      },
      { viewport: { width: 1440, height: 150 } },
    ));

  it('links a reference back to each of its citations, below the header', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      for (const [index, id] of [
        [0, 'cite-1'],
        [1, 'cite-2'],
      ] as const) {
        await page.locator('.around-reference a').nth(index).click();
        await page.waitForURL(new RegExp(`#${id}$`));
        // The second one is collapsed. Following the link expands it.
        expect(await isInView(page)).toBe(true);
      }
    }));

  it('shows numbered notes beside their lines if there is a margin', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const note = page.locator('.note', { hasText: 'A note of some length.' });
      const [text, box] = [await page.locator('p:has(> .note)').last().boundingBox(), await note.boundingBox()];
      expect(box?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
      expect(Math.abs((box?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(30);
      expect(await page.locator('.note').allInnerTexts()).toEqual([
        expect.stringMatching(/^1\s+A note with two ways back/),
        expect.stringMatching(/^2\s+A note of some length/),
      ]);
      expect(await page.locator('.footnotes').isVisible()).toBe(false);
      await page.locator('.footnote-reference a', { hasText: '2' }).press('Enter');
      expect(await note.evaluate((one) => one === document.activeElement)).toBe(true);
    }));

  it('opens a note below the pressed number if there is no margin', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const note = page.locator('.note', { hasText: 'A note with two ways back' });
      const calls = page.locator('.footnote-reference a', { hasText: '1' });
      expect(await note.evaluate((one) => one.getBoundingClientRect().height)).toBe(0);
      for (const call of [calls.first(), calls.nth(1)]) {
        await call.tap();
        expect(await call.getAttribute('aria-expanded')).toBe('true');
        const [number, box] = [await call.boundingBox(), await note.boundingBox()];
        expect(box?.height).toBeGreaterThan(20);
        expect((box?.y ?? 0) - (number?.y ?? 0)).toBeGreaterThan(0);
        expect((box?.y ?? 0) - (number?.y ?? 0)).toBeLessThan(60);
      }
      expect(await calls.first().getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Escape');
      expect(await note.evaluate((one) => one.getBoundingClientRect().height)).toBe(0);
      expect(await calls.nth(1).evaluate((one) => one === document.activeElement)).toBe(true);
    }, touch));

  it('opens the note that the URL points to', () =>
    site.withPage(async (page) => {
      await page.goto(`${essay()}#fn-twice`);
      await page.locator('.note:target', { hasText: 'A note with two ways back' }).waitFor();
      expect(await isInView(page)).toBe(true);
    }, touch));

  it('scrolls wide tables, formulas and code on a phone, by keyboard too, but not the page', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const scrollers = page.locator('.table-scroll, .katex-display, .body pre');
      await expect
        .poll(() => scrollers.evaluateAll((all) => all.map((one) => one.getAttribute('tabindex'))))
        .toEqual(['0', '0', '0']);
      expect(await scrollers.evaluateAll((all) => all.every((one) => one.scrollWidth > one.clientWidth))).toBe(true);
      const edges = () => scrollers.evaluateAll((all) => all.map((one) => one.dataset.more));
      expect(await edges()).toEqual(['right', 'right', 'right']);
      await scrollers.evaluateAll((all) => all.forEach((one) => (one.scrollLeft = 20)));
      await expect.poll(edges).toEqual(['left right', 'left right', 'left right']);
      await scrollers.evaluateAll((all) => all.forEach((one) => (one.scrollLeft = 9999)));
      await expect.poll(edges).toEqual(['left', 'left', 'left']);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect.poll(() => page.locator('.table-scroll').getAttribute('tabindex')).toBe(null);
    }, phone));

  it('copies code and the TeX of a formula, with buttons that appear on hover', () =>
    site.withPage(async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(essay());
      for (const [element, name, text] of [
        ['.katex-display', 'Copy TeX', /^a_1 \+ a_2.*\\sum_\{i=1\}\^\{n\} c_i$/],
        ['pre', 'Copy code', /^a line of code that is much longer/],
      ] as const) {
        const frame = page.locator('.copy-frame', { has: page.locator(element) });
        const button = frame.getByRole('button');
        expect(await button.innerText()).toBe(name);
        expect(await button.evaluate((one) => getComputedStyle(one).opacity)).toBe('0');
        await frame.hover();
        expect(await button.evaluate((one) => getComputedStyle(one).opacity)).toBe('1');
        await button.press('Enter');
        await frame.getByText('Copied').waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
        await page.mouse.move(0, 0);
      }
    }));

  it('enlarges a figure by keyboard until Escape, and does not upscale it in the text', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const link = page.locator('figure > a.original');
      const small = await link.locator('img').boundingBox();
      await link.press('Enter');
      const large = page.getByRole('dialog', { name: 'Figure 1.' }).getByRole('img', { name: 'A falling line' });
      await large.waitFor();
      expect((await large.boundingBox())?.width).toBeGreaterThan((small?.width ?? 0) * 2);
      await page.keyboard.press('Escape');
      expect(await large.isVisible()).toBe(false);
      expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(small?.width).toBe(await link.locator('img').evaluate((one: HTMLImageElement) => one.naturalWidth));
    }));

  it('has no buttons without JavaScript, and links a figure to its file', () =>
    site.withPage(
      async (page) => {
        await page.goto(essay());
        expect(await page.locator('button:visible').count()).toBe(0);
        await page.locator('figure > a.original').click();
        await page.waitForURL(/law.*\.svg$/);
      },
      { javaScriptEnabled: false },
    ));

  it('links to its source and to forms for reporting errors and suggesting works, like every page', () =>
    site.withPage(async (page) => {
      const links = async (path: string) => {
        await page.goto(site.url + path);
        return page
          .locator('footer a[href^="https://example.org/code"]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      };
      expect(await links('essays/essay/')).toEqual([
        'https://example.org/code/blob/main/content/essays/essay/index.mdx',
        expect.stringContaining('/issues/new?title=Error'),
        expect.stringContaining('/issues/new?title=A%20work'),
      ]);
      expect(await links('works/kaplan2020scaling/')).toEqual([
        expect.stringMatching(/bibliography\/works\.bib#L\d+$/),
        expect.stringContaining('/issues/new?title=Error'),
        expect.stringContaining('/issues/new?title=A%20work'),
      ]);
      expect(await links('domains/')).toEqual([
        'https://example.org/code/blob/main/content/domains.yaml',
        expect.stringContaining('/issues/new?title=Error'),
        expect.stringContaining('/issues/new?title=A%20work'),
      ]);
    }));
});

it('the page of domains lists domains with an essay first', () =>
  site.withPage(async (page) => {
    await page.goto(`${site.url}domains/`);
    expect(await page.locator('main h2').allInnerTexts()).toEqual(['Expressivity', 'Scaling laws']);
  }));

describe('in print', () => {
  it('an essay is expanded, without navigation, with URLs after links and notes at the end', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      await page.emulateMedia({ media: 'print' });
      for (const gone of ['header.site', 'footer', 'nav.contents', '[data-copy]', '.around-reference'])
        expect(await page.locator(gone).first().isVisible()).toBe(false);
      expect(
        await page
          .getByText('Words that paper unfolds')
          .evaluate((words) => words.checkVisibility({ contentVisibilityAuto: true })),
      ).toBe(true);
      const after = (href: string) =>
        page.locator(`.body a[href="${href}"]`).evaluate((link) => getComputedStyle(link, '::after').content);
      expect(await after('https://example.org/words')).toContain('https://example.org/words');
      expect(await after('https://example.org/bare')).toBe('none');
      await expect
        .poll(() => page.locator('.footnotes li').allInnerTexts())
        .toEqual(['A note with two ways back.', 'A note of some length.']);
      expect(await page.locator('.note').count()).toBe(0);
    }));
});

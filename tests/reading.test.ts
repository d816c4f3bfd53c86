import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  writeFileSync(path, `---\n${frontmatter}---\n\n${readFileSync(join(fixtures, 'reading/index.mdx'), 'utf8')}`);
  appendFileSync(join(project, 'content/review.yaml'), 'repository: https://example.org/code\n');
  expect(run(project, 'build').stderr).toBe('');
  site = await openSite(project);
});

afterAll(() => site.close());

const phone = { viewport: { width: 390, height: 844 } };
const isInView = (page: Page) =>
  page
    .locator(':target')
    .evaluate(
      (target) => target.getBoundingClientRect().top >= 60 && target.getBoundingClientRect().bottom <= innerHeight,
    );

describe('an essay', () => {
  it('leads to a footnote and back to each place that has it, by keyboard', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      await page.locator('.footnote-reference a').first().press('Enter');
      await page.locator('.card').getByRole('link', { name: 'Show in the text' }).press('Enter');
      expect(await page.locator(':target').innerText()).toMatch(/^A note with two ways back/);
      const back = page.locator('.data-footnote-backref');
      expect(await back.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))).toEqual([
        'Back to the text',
        'Back to the text, place 2',
      ]);
      await back.nth(1).press('Enter');
      expect(await page.locator('.footnote-reference :target').innerText()).toBe('1');
      expect(await isInView(page)).toBe(true);
    }));

  it('keeps the entry of the section that is read in sight, in contents that are longer than the window', () =>
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
        for (const [hash, entry] of [
          // A section is read once it has reached the upper third of the window.
          ['#references', page.locator('nav.contents a[href="#limits"]')],
          ['#content', page.locator('nav.contents a').first()],
        ] as const) {
          await page.evaluate((to) => document.querySelector(to)?.scrollIntoView(), hash);
          await entry.and(page.locator('[aria-current]')).waitFor();
          expect(await isInSight()).toBe(true);
        }
      },
      { viewport: { width: 1440, height: 150 } },
    ));

  it('leads from a reference back to every citation of it, with what stands before in view', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      for (const [index, id] of [
        [0, 'cite-1'],
        [1, 'cite-2'],
      ] as const) {
        await page.locator('.around-reference a').nth(index).click();
        await page.waitForURL(new RegExp(`#${id}$`));
        // The second is folded away: following the link unfolds it.
        expect(await isInView(page)).toBe(true);
      }
    }));

  it('has a note in the margin beside its line, and behind the paragraph where there is no margin', async () => {
    const paragraph = 'p:has(> .note)';
    await site.withPage(async (page) => {
      await page.goto(essay());
      const [text, note] = [
        await page.locator(paragraph).boundingBox(),
        await page.locator(`${paragraph} > .note`).boundingBox(),
      ];
      expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
      await page.setViewportSize(phone.viewport);
      await expect
        .poll(() => page.locator(paragraph).innerText())
        .toMatch(/^First words of a paragraph, and its last words\.\s+A note of some length\.$/);
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect
        .poll(() => page.locator(`${paragraph} > .note`).evaluate((one) => one.nextSibling?.nodeValue ?? ''))
        .toMatch(/ and its last words/);
    });
  });

  it('scrolls what is too wide for a phone by itself, which the keyboard reaches, and not the page', () =>
    site.withPage(async (page) => {
      await page.goto(essay());
      const scrollers = page.locator('.table-scroll, .katex-display, .body pre');
      await expect
        .poll(() => scrollers.evaluateAll((all) => all.map((one) => one.getAttribute('tabindex'))))
        .toEqual(['0', '0', '0']);
      expect(await scrollers.evaluateAll((all) => all.every((one) => one.scrollWidth > one.clientWidth))).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect.poll(() => page.locator('.table-scroll').getAttribute('tabindex')).toBe(null);
    }, phone));

  it('links to its source and to ways to report a mistake and to suggest a work, as every page does', () =>
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

describe('on paper', () => {
  it('an essay is without the chrome, unfolded, with addresses behind words and notes behind paragraphs', () =>
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
      await expect.poll(() => page.locator('p:has(> .note)').innerText()).toMatch(/its last words\.\s+A note/);
    }));
});

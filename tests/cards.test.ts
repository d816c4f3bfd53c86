import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openSite, openUntilIdle, type Site } from './browser-site.ts';
import { builtProject } from './built-project.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite(await builtProject('cards'), '/');
});
afterAll(() => site.close());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const card = (page: Page): Locator => page.locator('.card:popover-open');
/** The first link of a citation; `n` counts citations from 1. */
const citation = (page: Page, n: number): Locator => page.locator(`#cite-${n} .cited-work`).first();

const essay = (): string => `${site.url}essays/laws/`;
const openEssay = (page: Page) => page.goto(essay());

/** Expects that the open card is within the screen and covers no line of its link. */
async function expectBeside(page: Page): Promise<void> {
  const { top, bottom, left, right, lines, width, height } = await page.evaluate(() => {
    const box = document.querySelector('.card')?.getBoundingClientRect();
    const lines = [...(document.querySelector('[data-has-card]')?.getClientRects() ?? [])].map((one) => [
      one.top,
      one.bottom,
    ]);
    const { top = 0, bottom = 0, left = 0, right = 0 } = box ?? {};
    return { top, bottom, left, right, lines, width: innerWidth, height: innerHeight };
  });
  expect({ top: top >= 0, left: left >= 0, right: right <= width, bottom: bottom <= height }).toEqual({
    top: true,
    left: true,
    right: true,
    bottom: true,
  });
  expect(lines.length).toBeGreaterThan(0);
  for (const [start = 0, end = 0] of lines) expect(bottom <= start + 1 || top >= end - 1).toBe(true);
}

describe('the card of a citation', () => {
  it('opens on hover with reference, summary, verification and other citations of the work', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 1).hover();
      await card(page).waitFor();
      const text = await card(page).innerText();
      for (const words of [
        'Kaplan J, McCandlish S',
        'Loss falls as a power law in parameters, data & compute.',
        'Supported in part · full text read on 20 November 2026 · §3',
        'Not there: that it falls for every architecture',
        'Also cited in On data',
      ])
        expect(text).toContain(words);
      expect(text).not.toContain('cited at');
      await expectBeside(page);
    }));

  it('stays open while the mouse is in it, and closes afterwards or on Escape', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 1).hover();
      await card(page).getByRole('link', { name: 'About this work' }).hover();
      expect(await card(page).isVisible()).toBe(true);
      await page.mouse.move(5, 5);
      await card(page).waitFor({ state: 'hidden' });
      await citation(page, 1).hover();
      await card(page).waitFor();
      await page.keyboard.press('Escape');
      await card(page).waitFor({ state: 'hidden' });
    }));

  it('requests one file, once, and only when a card opens', () =>
    site.withPage(async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await openUntilIdle(page, essay());
      expect(asked.filter((url) => url.endsWith('.json'))).toEqual([]);
      for (const n of [1, 2]) {
        await citation(page, n).hover();
        await page.locator(`#cite-${n} [aria-expanded="true"]`).waitFor();
      }
      expect(asked.filter((url) => url.endsWith('.json'))).toEqual([`${essay()}cards.json`]);
    }));

  it('shows that a citation was not checked', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 2).hover();
      await card(page).waitFor();
      expect(await card(page).innerText()).toContain('Not checked yet');
    }));

  it('shows the reference of the page if the file cannot be loaded', () =>
    site.withPage(async (page) => {
      await page.route('**/cards.json', (route) => route.fulfill({ status: 503 }));
      await openEssay(page);
      await citation(page, 1).hover();
      await card(page).waitFor();
      expect(await card(page).innerText()).toMatch(/^1\. Kaplan J.*\s+In the reference list$/s);
    }));

  it('copies BibTeX', () =>
    site.withPage(async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await openEssay(page);
      await citation(page, 1).hover();
      await card(page).getByRole('button', { name: 'Copy BibTeX' }).click();
      await card(page).getByRole('button', { name: 'Copied' }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@online\{kaplan2020scaling,/);
    }));

  it('does not open on a click, which leads to the reference, also without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false])
      await site.withPage(
        async (page) => {
          await page.clock.install();
          await openEssay(page);
          await citation(page, 1).click();
          await page.clock.runFor(1000);
          expect(await page.locator('.reference:target').getAttribute('id')).toBe('ref-kaplan2020scaling');
          expect(await card(page).count()).toBe(0);
        },
        { javaScriptEnabled, isAlone: true },
      );
  });
});

describe('by keyboard', () => {
  it('the card opens on focus, and Tab continues in the text', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await page.locator('.contents a').last().focus();
      await page.keyboard.press('Tab');
      await card(page).waitFor();
      expect(await citation(page, 1).getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('loss');
      await page.locator('.term [aria-expanded="true"]').waitFor();
      expect(await card(page).innerText()).toContain('How badly a model predicts text.');
    }));

  it('Enter moves into the card, Tab through its links, and Escape back', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 1).press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('.card'));
      const stops: (string | null | undefined)[] = [];
      for (let count = 0; count < 6; count += 1) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate(() => document.activeElement?.textContent));
      }
      expect(stops).toEqual([
        'https://arxiv.org/abs/2001.08361',
        '§3',
        'On data',
        'In the reference list',
        'About this work',
        'Copy BibTeX',
      ]);
      await page.keyboard.press('Escape');
      await card(page).waitFor({ state: 'hidden' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('kaplan2020scaling');
    }));

  it('Tab moves from the end of the card to the text, Shift+Tab from its start to the link', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 1).press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('.card'));
      await card(page).getByRole('button').focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('loss');
      await citation(page, 1).press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('.card'));
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('kaplan2020scaling');
      expect(await card(page).count()).toBe(0);
    }));
});

describe('on a phone', () => {
  it('the first tap opens the card, a tap outside closes it, a second tap follows the link', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 1).tap();
      await card(page).waitFor();
      await expectBeside(page);
      expect(page.url()).toBe(essay());
      await page.locator('h1').tap();
      await card(page).waitFor({ state: 'hidden' });
      await citation(page, 1).tap();
      await card(page).waitFor();
      await citation(page, 1).tap();
      await page.waitForURL(/#ref-kaplan2020scaling$/);
    }, phone));

  it('the card links to the reference and to the page of the work', () =>
    site.withPage(async (page) => {
      for (const [name, url] of [
        ['In the reference list', /#ref-kaplan2020scaling$/],
        ['About this work', /\/works\/kaplan2020scaling\/$/],
      ] as const) {
        await openEssay(page);
        await citation(page, 1).tap();
        await card(page).getByRole('link', { name }).tap();
        await page.waitForURL(url);
        expect(await card(page).count()).toBe(0);
      }
    }, phone));

  it('a tap on another link moves the card there', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 1).tap();
      await card(page).waitFor();
      await page.locator('#cite-1 ~ .cross-reference').first().scrollIntoViewIfNeeded();
      await page.locator('.cross-reference[href="#tab-laws"]').tap();
      await page.locator('.cross-reference[aria-expanded="true"]').waitFor();
      expect(await card(page).innerText()).toContain('What was measured.');
    }, phone));
});

describe('on a low screen, as at a zoom of 400%', () => {
  it('the card is a sheet that shows its text and does not cover the link', () =>
    site.withPage(
      async (page) => {
        await openEssay(page);
        for (const block of ['start', 'end'] as const) {
          await citation(page, 1).evaluate((link, edge) => link.scrollIntoView({ block: edge }), block);
          await citation(page, 1).press('Enter');
          await page.waitForFunction(() => document.activeElement?.matches('.card'));
          const [text, link, sheet] = await Promise.all([
            card(page).locator('.card-reference').boundingBox(),
            citation(page, 1).boundingBox(),
            card(page).boundingBox(),
          ]);
          if (!text || !link || !sheet) throw new Error('Nothing is drawn.');
          expect(sheet).toMatchObject(block === 'start' ? { x: 0, width: 320 } : { x: 0, y: 0, width: 320 });
          expect(link.y >= sheet.y + sheet.height || link.y + 10 <= sheet.y).toBe(true);
          expect(text.y).toBeGreaterThan(sheet.y);
          const hit = await page.evaluate(
            ({ x, y }) => document.elementFromPoint(x, y)?.closest('.card-reference') !== null,
            { x: text.x + 5, y: text.y + 30 },
          );
          expect(hit).toBe(true);
          await page.keyboard.press('Escape');
        }
      },
      { viewport: { width: 320, height: 256 } },
    ));
});

/** Citations in every context: name, selector of the link, and text in the card. */
const places: readonly [string, string, string][] = [
  ['the last work of a group', '#cite-2 .cited-work >> nth=1', 'OpenAI. Introducing'],
  ['a work without a printed number', '#cite-2 .cited-work >> nth=0', 'Merrill W, Sabharwal A. The parallelism'],
  ['a note', '.note [data-key="kaplan2020scaling"]', 'Kaplan J'],
  ['a caption', 'figcaption .cited-work', 'Hoffmann J'],
  ['a table', 'td .cited-work', 'Hoffmann J'],
  ['a finding', '.finding .cited-work', 'Kaplan J'],
  ['a footnote', '.note [data-key="merrill2023expressive"]', 'The expressive power'],
];

/** Other links: kind of the target, selector of the link, and text in the card. */
const previews: readonly [string, string, string][] = [
  ['a term', 'p > .term > a', 'How badly a model predicts text.'],
  ['a figure', '[href="#fig-law"].cross-reference', 'A caption that cites'],
  ['a table', '[href="#tab-laws"].cross-reference', 'What was measured.'],
  ['a finding', '[href="#find-laws"].cross-reference', 'One law holds'],
  ['a finding of another essay', '[href$="/data/#find-data"]', 'Data and size should grow together'],
  ['a section', 'p > [href="#limits-of-loss"]', 'Limits of loss\n\nNone were found, and this paragraph says so.'],
];

describe.each([
  ['links, with a mouse', { viewport: { width: 1440, height: 700 } }],
  ['links, by touch', phone],
] as const)('%s', (_name, options) => {
  it('open a card in every context', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      for (const [place, selector, words] of [...places, ...previews]) {
        const link = page.locator('.body').locator(selector);
        // Without a margin, a note opens at its number.
        for (const number of await page.locator('.body .opens-note').all())
          if (!(await link.isVisible())) await number.click();
        await (options === phone ? link.tap() : link.hover());
        await link.and(page.locator('[aria-expanded="true"]')).waitFor();
        expect(await card(page).innerText(), place).toContain(words);
        await expectBeside(page);
        expect(await page.evaluate(() => document.querySelectorAll('.card [id]').length)).toBe(0);
        await page.keyboard.press('Escape');
        await card(page).waitFor({ state: 'hidden' });
        if (options !== phone) await page.mouse.move(0, 0);
      }
    }, options));
});

describe('on other pages', () => {
  it.each([
    ['the answer', 'essays/answer/', '.cross-reference', 'Data and size should grow together'],
    ['the home page', '', '.cross-reference', 'Data and size should grow together'],
    ['the evidence map', 'evidence/', '[data-finding="find-laws"] .cited-work', 'full text read on|Not checked yet'],
    ['the page of a work', 'works/kaplan2020scaling/', '.finding .cited-work', 'Kaplan J, McCandlish S'],
    ['the page of a consideration', 'evidence/transfer/', '[data-finding="find-data"] .cited-work', 'Parameters and'],
  ])('%s has cards', (_page, path, selector, words) =>
    site.withPage(async (page) => {
      await page.goto(site.url + path);
      await page.locator(selector).first().hover();
      await card(page).waitFor();
      expect(await card(page).innerText()).toMatch(new RegExp(words));
      await expectBeside(page);
    }),
  );
});

it('renders the formula of a finding as MathML on a page without formulas', () =>
  site.withPage(async (page) => {
    await page.goto(`${site.url}essays/answer/`);
    await page.locator('.cross-reference').first().hover();
    await card(page).locator('math').waitFor();
    expect(await card(page).locator('.katex-html').count()).toBe(0);
  }));

describe('an open card', () => {
  it.each([
    [390, 'dark'],
    [1440, 'light'],
  ] as const)('at %i px, %s, has no accessibility violation and no horizontal overflow', (width, colorScheme) =>
    site.withPage(
      async (page) => {
        await openEssay(page);
        for (const link of [citation(page, 1), ...previews.map(([, selector]) => page.locator(`.body ${selector}`))]) {
          await link.press('Enter');
          await page.waitForFunction(() => document.activeElement?.matches('.card'));
          expect(await faultsOf(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          await page.keyboard.press('Escape');
        }
      },
      { viewport: { width, height: 900 }, colorScheme },
    ),
  );

  it('has a border in forced colours, and its link an outline', () =>
    site.withPage(
      async (page) => {
        await openEssay(page);
        await citation(page, 1).hover();
        await card(page).waitFor();
        expect(await card(page).evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('1px');
        expect(await citation(page, 1).evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
      },
      { forcedColors: 'active' },
    ));

  it('is not printed', () =>
    site.withPage(async (page) => {
      await openEssay(page);
      await citation(page, 1).hover();
      await card(page).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await card(page).isVisible()).toBe(false);
    }));
});

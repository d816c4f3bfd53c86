import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './browser-site.ts';
import { fixtures } from './fixture-review.ts';
import { brokenLinksOf } from './inner-links.ts';
import { createProject, run, snapshotOf } from './project.ts';
import { sitePages } from './site-pages.ts';

const root = join(import.meta.dirname, '..');
const host = 'https://metaculus.com';
const embed = `\n<Embed src="${host}/questions/3479/" title="A question" />\n`;

/** A function of the test that pages can call. */
declare function reportViolation(text: string): Promise<void>;

const repositoryPages = [
  ...sitePages,
  'essays/answer/',
  'essays/time-horizons/',
  'guide/',
  'guide/components/',
  'guide/charts/',
  'no-such-page/',
];

describe.each([
  { name: 'the review of this repository', content: root, base: '/', essay: 'expressivity', pages: repositoryPages },
  {
    name: 'a review in German',
    content: join(fixtures, 'vogelzug'),
    base: '/zug/',
    essay: 'magnetkompass',
    pages: ['', 'essays/magnetkompass/', 'essays/zugzeiten/', 'works/', 'coverage/', 'about/', 'search/', 'guide/'],
  },
])('$name under $base', ({ content, base, essay, pages }) => {
  let project = '';
  let site: Site;

  beforeAll(async () => {
    project = createProject(content);
    setBase(project, base);
    appendFileSync(join(project, 'content', 'essays', essay, 'index.mdx'), embed);
    const { status, stderr } = run(project, 'build');
    expect(status, stderr).toBe(0);
    site = await openSite(project, base);
  });

  afterAll(() => site.close());

  /** Uses a page, and fails where it breaks its policy, asks for what is not there, or asks another host. */
  const withStrictPage = (use: (page: Page, foreign: string[]) => Promise<void>): Promise<void> =>
    site.withPage(async (page) => {
      const problems: string[] = [];
      const foreign: string[] = [];
      await page.exposeFunction('reportViolation', (text: string) => problems.push(text));
      await page.addInitScript(reportViolations);
      await page.route(
        ({ origin }) => origin !== new URL(site.url).origin,
        (route) => {
          foreign.push(route.request().url());
          return route.fulfill({ contentType: 'text/html', body: '<p>a page of another host</p>' });
        },
      );
      page.on('response', (response) => {
        if (response.status() >= 400 && response.request().resourceType() !== 'document')
          problems.push(`${response.url()} answers ${response.status()}`);
      });
      await use(page, foreign);
      expect(problems).toEqual([]);
    });

  it('says its policy in its pages as in its headers', async () => {
    const header = (await fetch(site.url)).headers.get('content-security-policy') ?? '';
    expect(header).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    for (const [path, bytes] of snapshotOf(join(project, 'dist'))) {
      if (!path.endsWith('.html')) continue;
      const html = Buffer.from(bytes, 'base64').toString('utf8');
      expect(html, path).toContain(`<meta http-equiv="content-security-policy" content="${header}">`);
    }
  });

  it.each(pages)('/%s breaks no policy and asks no other host', (path) =>
    withStrictPage(async (page, foreign) => {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      expect(await page.evaluate('document.fonts.check(\'1em "Source Serif 4"\')')).toBe(true);
      expect(foreign).toEqual([]);
    }),
  );

  it('says so where a page breaks its policy', () =>
    site.withPage(async (page) => {
      const reports: string[] = [];
      await page.exposeFunction('reportViolation', (text: string) => reports.push(text));
      await page.addInitScript(reportViolations);
      await page.goto(site.url);
      const directive = await page.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
            document.body.insertAdjacentHTML('beforeend', '<b style="top: 0"></b>');
          }),
      );
      expect(directive).toBe('style-src-attr');
      expect(reports).toContainEqual(expect.stringContaining('style-src-attr blocks inline'));
    }));

  it('is searched under its policy', () =>
    withStrictPage(async (page, foreign) => {
      await page.goto(site.url);
      await page.keyboard.press('Control+k');
      await page.keyboard.type(base === '/' ? 'scaling' : 'Kompass');
      await page.locator('dialog[open] [role="option"]').first().waitFor();
      expect(foreign).toEqual([]);
    }));

  it('loads the page of another host when its button is pressed, and not before', () =>
    withStrictPage(async (page, foreign) => {
      await page.goto(`${site.url}essays/${essay}/`, { waitUntil: 'networkidle' });
      expect(foreign).toEqual([]);
      await page.locator('button[data-frame]').click();
      await page.frameLocator('.embed iframe').getByText('a page of another host').waitFor();
      expect(foreign).toEqual([`${host}/questions/embed/3479/`]);
    }));

  it('leads every link to a page and an anchor that exist', () => {
    expect(brokenLinksOf(snapshotOf(join(project, 'dist')), base)).toEqual([]);
  });

  it('draws every character of its texts and formulas with its own fonts', () =>
    site.withPage(async (page) => {
      await page.goto(`${site.url}essays/${essay}/`, { waitUntil: 'networkidle' });
      const { count, foreign } = await findForeignGlyphs(page);
      expect(foreign).toEqual([]);
      expect(count).toBeGreaterThan(50);
    }));
});

function setBase(project: string, base: string): void {
  const file = join(project, 'content', 'review.yaml');
  const text = readFileSync(file, 'utf8').replace(/^baseUrl: .*$/m, `baseUrl: https://example.org${base}`);
  writeFileSync(file, text.replace(/^embeds:.*(?:\n {2}- .*)*/m, 'embeds: [metaculus.com, karten.example]'));
}

/** Runs in the page before its scripts. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    void reportViolation(`${location.pathname}: ${violatedDirective} blocks ${blockedURI} ${sample}`);
  });
}

/** Elements whose text comes in a font of the site: how many, and those with a glyph of another font. */
async function findForeignGlyphs(page: Page): Promise<{ count: number; foreign: string[] }> {
  await page.evaluate(markOwnTexts);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root: document } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: document.nodeId, selector: '[data-own]' });
  const foreign: string[] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const { familyName } = fonts.find(({ isCustomFont }) => !isCustomFont) ?? {};
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
    if (familyName !== undefined) foreign.push(`${familyName}: ${outerHTML}`);
  }
  return { count: nodeIds.length, foreign };
}

/** Runs in the page: marks elements without others inside whose font is one of the site. */
function markOwnTexts(): void {
  for (const element of document.querySelectorAll('body *:not(math *)'))
    if (element.children.length === 0 && /^"?(?:Source Serif|KaTeX)/.test(getComputedStyle(element).fontFamily))
      element.setAttribute('data-own', '');
}

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headScript } from '../src/vite/head-script.ts';
import { openSite, type Site } from './browser-site.ts';
import { payloads, word, writePayloadReview } from './payload-review.ts';
import { createProject, environment, removeGuide, run } from './project.ts';

let project = '';
let site: Site;

beforeAll(async () => {
  project = createProject(writePayloadReview());
  removeGuide(project);
  const { status, stderr } = run(project, 'build');
  expect(status, stderr).toBe(0);
  site = await openSite(project);
});

afterAll(() => site.close());

/** Uses a page without access to other hosts. Fails if a payload runs in it. */
const withWatchedPage = (use: (page: Page, ran: string[]) => Promise<void>): Promise<void> =>
  site.withPage(async (page) => {
    const ran: string[] = [];
    page.on('dialog', (dialog) => {
      ran.push(`${page.url()} opens a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() === 'error') ran.push(`${page.url()}: ${message.text()}`);
    });
    await page.route(
      ({ host }) => host !== new URL(site.url).host,
      (route) => route.fulfill({ contentType: 'text/html', body: '' }),
    );
    await use(page, ran);
    expect(ran).toEqual([]);
  });

/**
 * Returns everything in a page that could run: handlers, URLs with other schemes, and elements that only a payload
 * would create.
 */
const findActive = (page: Page): Promise<string[]> =>
  page.evaluate((allowed) => {
    const isActive = ({ name, value }: Attr): boolean => {
      if (name.startsWith('on') || (name === 'srcdoc' && value.includes('alert('))) return true;
      if (!['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)) return false;
      return !['http:', 'https:', 'mailto:'].includes(new URL(value, document.baseURI).protocol);
    };
    const made = [
      ...document.querySelectorAll('img[src="x"], svg, script:not([src], [type="module"], [type$="json"])'),
    ];
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(isActive),
    );
    const scripts = [...document.querySelectorAll('script:not([type$="json"])')];
    return [
      ...made.filter(({ textContent }) => textContent !== allowed).map(({ outerHTML }) => outerHTML),
      ...attributes.map(({ name, value }) => `${name}="${value}"`),
      ...scripts.filter(({ textContent }) => textContent?.includes('alert(')).map(({ outerHTML }) => outerHTML),
    ];
  }, headScript);

/** Returns links of a page within the site, as absolute URLs. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .map(({ href }) => href)
        .filter((href) => new URL(href).origin === location.origin),
    ),
  ]);

it('the tests detect active content', () =>
  site.withPage(async (page) => {
    await page.goto(site.url);
    await page.setContent(
      '<p onclick="x()"></p><a href="java&#10;script:x()">a</a><img src="x"><svg></svg><script type="module">alert(1)</script>',
    );
    expect((await findActive(page)).length).toBe(5);
  }));

it('every linked page shows payloads as text', () =>
  withWatchedPage(async (page, ran) => {
    const pages = [site.url, `${site.url}search/`];
    // The list grows during the loop. The guide has no content of a review and is not built here.
    for (const address of pages) {
      await page.goto(address);
      expect(await findActive(page), address).toEqual([]);
      expect(ran, address).toEqual([]);
      const links = (await linksOf(page)).map((link) => link.replace(/#.*/, ''));
      pages.push(
        ...new Set(
          links.filter((link) => !pages.includes(link) && !/\.(?:svg|xml|bib|ris|json)$|\/guide\//.test(link)),
        ),
      );
    }
    for (const path of [
      '',
      'essays/essay/',
      'works/script/',
      'works/data/',
      'domains/',
      'coverage/',
      'forecasts/',
      'glossary/',
      'search/',
    ])
      expect(pages).toContain(site.url + path);
  }));

it('search results show payloads as text, in queries and contents', () =>
  withWatchedPage(async (page) => {
    for (const query of [...payloads, word]) {
      await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
      await page.locator('main [role="listbox"][aria-busy="false"]').waitFor({ state: 'attached' });
      await page.locator('main [role="status"]:not(:empty)').waitFor();
      expect(await findActive(page), query).toEqual([]);
      const inside = page.locator('main [role="listbox"] a :not(small, mark)');
      expect(await inside.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML)), query).toEqual([]);
    }
    const texts = await page.locator('main [role="option"]').allInnerTexts();
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.some((text) => text.includes('<script>alert(1)</script>'))).toBe(true);
  }));

it('the filter of works does not activate payloads from the URL', () =>
  withWatchedPage(async (page) => {
    for (const payload of payloads) {
      await page.goto(`${site.url}works/?q=${encodeURIComponent(payload)}&year=${encodeURIComponent(payload)}`);
      await page.locator('form.filters:visible').waitFor();
      expect(await findActive(page)).toEqual([]);
    }
  }));

it('feeds and sitemaps are well-formed', () => {
  const dist = join(project, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml'));
  expect(files.toSorted()).toEqual(['changes.xml', 'feeds/forum.xml', 'rss.xml', 'sitemap-0.xml', 'sitemap-index.xml']);
  for (const file of files) {
    const text = readFileSync(join(dist, file), 'utf8');
    const parse = () => new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml');
    expect(parse, file).not.toThrow();
    expect(text, file).not.toContain(']]>');
  }
  const feed = new DOMParser().parseFromString(readFileSync(join(dist, 'rss.xml'), 'utf8'), 'text/xml');
  expect(feed.getElementsByTagName('title')[0]?.textContent).toContain(payloads[4]);
});

it('`npm start` and `_headers` set a policy that prevents scripts in SVG files', async () => {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  const headers = readFileSync(join(project, 'dist', '_headers'), 'utf8');
  expect(headers).toContain(`/*.svg\n  ! Content-Security-Policy\n  Content-Security-Policy: ${policy}\n`);
  expect(headers).toContain(`/review/essays/essay/drawing.svg\n  Content-Security-Policy: ${policy}\n`);
  const server = spawn(process.execPath, ['scripts/start.ts'], { cwd: project, env: { ...environment, PORT: '0' } });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /http:\/\/localhost:\d+\/review\//.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
      server.once('exit', () => reject(new Error(`The server ended:\n${said}`)));
    });
    const policyOf = async (path: string) => (await fetch(address + path)).headers.get('content-security-policy');
    expect(await policyOf('essays/essay/drawing.svg')).toBe(`${policy}, ${policy}`);
    expect(await policyOf('favicon.svg?x=1')).toBe(`${policy}, ${policy}`);
    expect(await policyOf('essays/essay/')).toMatch(/^default-src 'none'; script-src 'self'/);
  } finally {
    server.kill();
  }
});

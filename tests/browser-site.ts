import type { Server } from 'node:http';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { serveSite } from '../scripts/serve/serve-site.ts';

type PageOptions = BrowserContextOptions & {
  /** True for a separate context, if the test changes its context for good, such as its clock. */
  isAlone?: boolean;
};

/** A project's site, served under its base path, and a browser. */
export type Site = {
  url: string;
  /** Uses a new page without storage and permissions. Fails if one of its scripts throws or a request fails. */
  withPage: (use: (page: Page) => Promise<void>, options?: PageOptions) => Promise<void>;
  close: () => Promise<void>;
};

/** Serves the site of a built project and starts a browser. */
export async function openSite(project: string, base = '/review/'): Promise<Site> {
  const { url, server } = await serveSite(join(project, 'dist'), { base });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  // Pages with the same options share a context, because opening its window takes longer than most pages.
  const windows = new Map<string, Promise<Page>>();
  const windowOf = (options: PageOptions): Promise<Page> => {
    const key = JSON.stringify(options);
    const opened = windows.get(key) ?? openWindow(browser, url, options);
    windows.set(key, opened);
    return opened;
  };
  return {
    url,
    withPage: async (use, { isAlone = false, ...options } = {}) => {
      if (!isAlone) return withPage(await windowOf(options), use);
      const alone = await openWindow(browser, url, options);
      await withPage(alone, use).finally(() => alone.context().close());
    },
    close: () => close(browser, server),
  };
}

/** Opens a context with a first page that keeps its window open. */
async function openWindow(browser: Browser, url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${url}robots.txt`);
  return page;
}

/** Uses a new page in the context of its first page. */
async function withPage(first: Page, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await first.context().newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`${request.url()} failed`);
  });
  try {
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await page.close();
    await first.context().clearPermissions();
    await first.evaluate(() => localStorage.clear());
  }
}

/** A function of the test process that pages can call. */
declare function reportViolation(text: string): Promise<void>;

/** Uses a page. Fails if it violates its policy or requests a missing file. `foreign` lists its requests to other hosts. */
export const withStrictPage = (
  site: Site,
  use: (page: Page, foreign: string[]) => Promise<void>,
  options?: PageOptions,
): Promise<void> =>
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
  }, options);

/** Reports violations of the policy. Runs in the page before its scripts. */
export function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    void reportViolation(`${location.pathname}: ${violatedDirective} blocks ${blockedURI} ${sample}`);
  });
}

/** Opens a page and waits until its fonts are loaded and its scripts are idle. */
export async function openUntilIdle(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
}

async function close(browser: Browser, server: Server): Promise<void> {
  await browser.close();
  server.close();
}

/** Returns the violations that axe-core finds, without KaTeX's visual formulas, which are hidden from assistive technology. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(
    "axe.run({ exclude: ['.katex-html'] }, { resultTypes: ['violations'] })",
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

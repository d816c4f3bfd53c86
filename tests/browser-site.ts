import type { Server } from 'node:http';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve } from './serve.ts';

type PageOptions = Parameters<Browser['newPage']>[0];

/** A project's site, served under its base path, and a browser to use it in. */
export type Site = {
  url: string;
  /** Uses a page of its own, and fails where a script of it threw or a request failed. */
  withPage: (use: (page: Page) => Promise<void>, options?: PageOptions) => Promise<void>;
  close: () => Promise<void>;
};

/** Opens the site of a project that is built. */
export async function openSite(project: string, base = '/review/'): Promise<Site> {
  const { url, server } = await serve(join(project, 'dist'), base);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  return { url, withPage: (use, options) => withPage(browser, use, options), close: () => close(browser, server) };
}

async function withPage(
  browser: Browser,
  use: (page: Page) => Promise<void>,
  options: PageOptions = {},
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
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
  }
}

async function close(browser: Browser, server: Server): Promise<void> {
  await browser.close();
  server.close();
}

/** What the accessibility rules of axe-core find wrong: contrast, names, landmarks, order of headings and so on. KaTeX's pictures of formulas are hidden from all but the eye. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(
    "axe.run({ exclude: ['.katex-html'] }, { resultTypes: ['violations'] })",
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

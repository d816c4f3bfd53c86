import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { readBaseUrl } from '../src/engine/read-review.ts';
import { readArguments } from './arguments.ts';
import { ensureBrowser } from './browser.ts';
import { root } from './root.ts';
import { serveSite } from './serve/serve-site.ts';

readArguments({
  name: 'screenshots',
  help: 'Builds the site, and takes the pictures in docs/screenshots/.',
  options: {},
});
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

type Shot = {
  name: string;
  path: string;
  scheme: 'light' | 'dark';
  size: { width: number; height: number };
  /** Actions of a reader before the screenshot. */
  act?: (page: Page) => Promise<void>;
};

const wide = { width: 1280, height: 860 };
const narrow = { width: 390, height: 780 };
const dist = join(root, 'dist');
const base = new URL(readBaseUrl(root) ?? 'http://localhost/').pathname.replace(/\/?$/, '/');
const essays = join(dist, 'essays');
const essay =
  readdirSync(essays).find((slug) => existsSync(join(essays, slug, 'cards.json')) && slug !== 'answer') ?? '';

const openCard = async (page: Page): Promise<void> => {
  const citation = page.locator('.body .cited-work').nth(2);
  await citation.scrollIntoViewIfNeeded();
  await citation.focus();
  await page.locator('.card:popover-open').waitFor();
};

const shots: Shot[] = [
  { name: 'home', path: '', scheme: 'light', size: wide },
  { name: 'card', path: `essays/${essay}/`, scheme: 'light', size: wide, act: openCard },
  { name: 'card-on-a-phone', path: `essays/${essay}/`, scheme: 'dark', size: narrow, act: openCard },
  { name: 'evidence', path: 'evidence/', scheme: 'light', size: wide },
  { name: 'works', path: 'works/', scheme: 'dark', size: wide },
  {
    name: 'search',
    path: '',
    scheme: 'light',
    size: narrow,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('chinchila');
      await page.locator('dialog[open] [role="listbox"][aria-busy="false"] [role="option"]').first().waitFor();
    },
  },
];

const { url, server } = await serveSite(dist, { base });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
for (const { name, path, scheme, size, act } of shots) {
  const page = await browser.newPage({ colorScheme: scheme, viewport: size, reducedMotion: 'reduce' });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  await act?.(page);
  await page.screenshot({ path: join(root, 'docs', 'screenshots', `${name}.png`) });
  await page.close();
  process.stdout.write(`Wrote docs/screenshots/${name}.png\n`);
}
await browser.close();
server.close();

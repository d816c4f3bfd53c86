import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { readBaseUrl } from '../../src/engine/read-review.ts';
import { readArguments, toCount } from '../arguments.ts';
import { ensureBrowser } from '../browser.ts';
import { root } from '../root.ts';
import { serveSite } from '../serve/serve-site.ts';
import { loadPage, type Load } from './load-page.ts';

const command = {
  name: 'bench:page',
  help: 'Measures first visits to pages of dist/ in a browser: requests, bytes compressed by gzip, and layout shift.',
  options: {
    width: {
      type: 'string',
      default: '1440',
      value: 'PIXELS',
      help: 'Sets the width of the window; 1440 unless given.',
    },
    files: { type: 'boolean', default: false, help: 'Lists the files of each page.' },
  },
} as const;
const { values } = readArguments(command);
const width = toCount(command, 'width', values.width);

/** A page: its path, its HTML, and the number of its formulas. */
type Page = { path: string; html: string; formulas: number };

const dist = join(root, 'dist');
const base = new URL(readBaseUrl(root) ?? 'http://localhost/').pathname.replace(/\/?$/, '/');
const essays = listPages('essays');
const longestEssay = highest(essays, ({ html }) => html.length);

const { url, server } = await serveSite(dist, { base });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
process.stdout.write(`${''.padEnd(60)} requests     kB  limit  shift\n`);
for (const { kind, path, limit } of [
  { kind: 'home', path: '', limit: 60 },
  { kind: 'longest essay', path: longestEssay.path, limit: limitOf(longestEssay) },
  {
    kind: 'longest essay without formulas',
    path: highest(essays, (page) => (page.formulas === 0 ? page.html.length : 0)).path,
    limit: 95,
  },
  { kind: 'most formulas', path: highest(essays, ({ formulas }) => formulas).path, limit: 120 },
  { kind: 'works', path: 'works/', limit: null },
  { kind: 'longest work', path: highest(listPages('works'), ({ html }) => html.length).path, limit: null },
  { kind: 'evidence', path: 'evidence/', limit: null },
  { kind: 'search', path: 'search/', limit: null },
])
  print(`${kind} /${path}`, await loadPage(browser, url + path, width), limit);
await browser.close();
server.close();

function listPages(folder: string): Page[] {
  const names = readdirSync(join(dist, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => {
    const html = readFileSync(join(dist, folder, name, 'index.html'), 'utf8');
    return { path: `${folder}/${name}/`, html, formulas: html.split('class="katex-html"').length - 1 };
  });
}

function highest(pages: readonly Page[], valueOf: (page: Page) => number): Page {
  const [first] = pages.toSorted((a, b) => valueOf(b) - valueOf(a));
  if (first === undefined) throw new Error('dist/ holds no essays or works. Run `npm run build` first.');
  return first;
}

function limitOf({ formulas }: Page): number {
  return formulas === 0 ? 95 : 120;
}

function print(name: string, { files, shift }: Load, limit: number | null): void {
  const sum = files.reduce((total, { bytes }) => total + bytes, 0);
  const numbers = [
    String(files.length).padStart(8),
    kB(sum),
    String(limit ?? '').padStart(6),
    shift.toFixed(3).padStart(6),
  ];
  process.stdout.write(`${name.padEnd(60)} ${numbers.join(' ')}\n`);
  if (values.files) for (const { path, bytes } of files) process.stdout.write(`  ${kB(bytes)}  ${path}\n`);
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(6);
}

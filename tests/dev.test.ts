import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from './fixture-review.ts';
import { createProject } from './project.ts';

const essayPath = 'content/essays/essay/index.mdx';

describe('the development server', () => {
  const project = createProject(join(fixtures, 'base'));
  const essay = join(project, essayPath);
  const text = readFileSync(essay, 'utf8');
  let server: ChildProcess;
  let address = '';
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
    ({ server, address } = await startServer(project));
  });

  afterAll(async () => {
    server.kill('SIGINT');
    await browser.close();
  });

  const page = async (path: string): Promise<{ status: number; html: string }> => {
    const response = await fetch(`${address}${path}`);
    return { status: response.status, html: await response.text() };
  };
  const eventually = (path: string, expected: { status: number; words: string }) =>
    expect.poll(() => page(path), { timeout: 15_000, interval: 200 }).toMatchObject({ status: expected.status, html: expect.stringContaining(expected.words) });

  it('shows an essay as it was saved last', async () => {
    await eventually('essays/essay/', { status: 200, words: 'Kaplan' });
    writeFileSync(essay, `${text}\nA sentence that was not there before.\n`);
    await eventually('essays/essay/', { status: 200, words: 'A sentence that was not there before.' });
  });

  it('shows a changed work in the essays that cite it', async () => {
    const library = join(project, 'bibliography/works.bib');
    writeFileSync(library, readFileSync(library, 'utf8').replace('title = {Scaling', 'title = {A title that was not there before: Scaling'));
    await eventually('essays/essay/', { status: 200, words: 'A title that was not there before' });
    await eventually('works/', { status: 200, words: 'A title that was not there before' });
  });

  it('says what is wrong and where, and goes on when it is mended', async () => {
    writeFileSync(essay, text.replace('@kaplan2020scaling', '@kaplan2020scalin'));
    await eventually('essays/essay/', { status: 500, words: '' });
    const view = await browser.newPage();
    await view.goto(`${address}essays/essay/`);
    const overlay = view.locator('vite-error-overlay');
    await expect.poll(() => wordsOf(overlay), { timeout: 15_000 }).toContain('did you mean kaplan2020scaling?');
    expect(await wordsOf(overlay)).toContain('essay/index.mdx:14:28');
    writeFileSync(essay, text);
    await expect.poll(() => overlay.count(), { timeout: 15_000 }).toBe(0);
    expect(await view.locator('h1').innerText()).toBe('An essay');
  });

  it('outlives a review that cannot be read', async () => {
    const review = join(project, 'content/review.yaml');
    const before = readFileSync(review, 'utf8');
    appendFileSync(review, '\n  - : [\n');
    await eventually('', { status: 500, words: '' });
    writeFileSync(review, before);
    await eventually('', { status: 200, words: '<h1' });
  });
});

/** The words of the overlay, which stand in its shadow tree. */
const wordsOf = (overlay: Locator): Promise<string> => overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');

/** Starts `npm run dev` in a folder; its address is what it prints. */
function startServer(folder: string): Promise<{ server: ChildProcess; address: string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1' };
  const server = spawn(process.execPath, ['scripts/dev.ts'], { cwd: folder, env });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/localhost:\d+\/review\//.exec(output)?.[0];
      if (address !== undefined) resolve({ server, address });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', () => reject(new Error(`The server ended:\n${output}`)));
  });
}

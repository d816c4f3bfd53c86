import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { warnOfPlaceholder } from '../src/build/placeholder-address.ts';
import { formatPostsPage } from '../src/build/posts-page.ts';
import { listPasteChanges } from '../src/forum-model/index.ts';
import { paste } from './clipboard.ts';

describe('the page of posts, opened from the disk', () => {
  const post = {
    slug: 'loss',
    title: 'Loss & scale',
    markdown: '\nA $x < y$ and </textarea>.\n',
    html: '<p>A <span class="math-tex">\\(x &#x3C; y\\)</span> &amp; more</p>\n',
    pasteChanges: ['2 code blocks lose their language'],
  };
  const other = { ...post, slug: 'other', title: 'Another', markdown: 'Other\n', pasteChanges: [] };
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'alignment-review-page-')), 'index.html');
    writeFileSync(file, formatPostsPage([post, other], { title: 'A review' }));
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(() => browser.close());

  const says = (words: string): Promise<void> => page.getByRole('status').filter({ hasText: words }).waitFor();

  it('copies the Markdown of a post', async () => {
    await page.getByRole('button', { name: 'Copy Markdown: loss' }).press('Enter');
    await says('Markdown editor: Loss & scale');
    expect(await paste(page)).toEqual({ 'text/plain': post.markdown, 'text/html': '' });
  });

  it('copies the rich text of a post, with its Markdown as plain text', async () => {
    await page.getByRole('button', { name: 'Copy for the LessWrong editor: loss' }).press('Enter');
    await says('LessWrong editor: Loss & scale');
    expect(await paste(page)).toEqual({ 'text/plain': post.markdown, 'text/html': post.html });
  });

  it('reports the copy of a post that is far down the page within view', async () => {
    await page.setViewportSize({ width: 390, height: 200 });
    await page.getByRole('button', { name: 'Copy Markdown: other' }).click();
    await says('Markdown editor: Another');
    const box = await page.getByRole('status').boundingBox();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect(box?.y).toBe(0);
  });

  it('lists what pasting changes, or that nothing is lost', async () => {
    const items = await page.locator('ol > li').allInnerTexts();
    expect(items[0]).toContain('Pasting changes: 2 code blocks lose their language.');
    expect(items[1]).toContain('Pasting loses nothing.');
    expect(await page.locator('.where li').count()).toBe(2);
  });

  it('shows and selects the text if the browser cannot copy', async () => {
    await page.evaluate(() => Object.defineProperty(document, 'execCommand', { value: () => false }));
    await page.getByRole('button', { name: 'Copy Markdown: other' }).press('Enter');
    await says('press Ctrl+C');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('Other\n');
  });
});

describe('changes that the rich editor makes to a paste', () => {
  it.each([
    [
      'supported content',
      '<p>Words</p><pre class="code-block">x</pre><table><tbody><tr><td>x</td></tr></tbody></table>',
      [],
    ],
    [
      'code with a language',
      '<pre class="code-block" data-language="js">x</pre><pre class="code-block" data-language="py">y</pre>',
      ['2 code blocks lose their language'],
    ],
    [
      'an aligned table',
      '<table><tbody><tr><td style="text-align: right">1</td></tr></tbody></table>',
      ['1 table loses the alignment of its columns'],
    ],
    [
      'an item with two paragraphs',
      '<ul><li><p>a</p><p>b</p></li></ul>',
      ['1 list item has its paragraphs joined by line breaks'],
    ],
    ['two adjacent lists', '<ol><li>a</li></ol>\n<ol><li>b</li></ol>', ['1 list is joined to the one before it']],
    [
      'a frame without a preview box',
      '<iframe src="https://ourworldindata.org/x"></iframe>',
      ['1 frame goes, its link stays'],
    ],
    [
      'a Manifold market in its preview box',
      '<div class="manifold-preview" data-manifold-slug="a/b"><iframe src="https://manifold.markets/embed/a/b"></iframe></div>',
      [],
    ],
    [
      'a Metaculus question',
      '<div class="metaculus-preview" data-metaculus-id="1"><iframe src="https://metaculus.com/questions/embed/1/"></iframe></div>',
      ['1 Metaculus question becomes an empty box above its link'],
    ],
    ['a note with two paragraphs', '<ol data-footnote-section><li data-footnote-item><p>a</p><p>b</p></li></ol>', []],
  ])('%s', (_, html, changes) => {
    expect(listPasteChanges(html)).toEqual(changes);
  });
});

describe('an example as the URL of the site', () => {
  it.each(['https://example.org/review/', 'http://localhost/', 'https://www.example.com/'])(
    'causes a warning: %s',
    (url) => {
      expect(warnOfPlaceholder(url)).toMatch(/^content\/review\.yaml: warning {2}`baseUrl` is an example/);
    },
  );
  it('is distinguished from other URLs', () => expect(warnOfPlaceholder('https://myexample.org/')).toBe(''));
});

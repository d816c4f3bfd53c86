import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openCache } from '../src/build/cache.ts';
import { drawFrom } from '../src/build/cached-steps.ts';
import { drawSvg } from '../src/post-images/draw-svg.ts';
import { readPostImages } from '../src/post-images/read-post-images.ts';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">${inside}</svg>`;

/** Reads width, height and the colour of the first pixel of a PNG with four bytes per pixel. */
function readPng(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf('IDAT');
  const pixels = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), first: [...pixels.subarray(1, 4)] };
}

describe('an SVG is drawn for posts', () => {
  it('at twice its width, on a white background', () => {
    const { png, problems } = drawSvg(svg('<circle cx="20" cy="10" r="5" />'));
    expect(readPng(png)).toEqual({ width: 80, height: 40, first: [255, 255, 255] });
    expect(problems).toEqual([]);
  });

  it('with the same bytes on every machine', () => {
    const text =
      '<text y="9" font-family="system-ui, sans-serif">Loss α</text><text y="19" font-family="serif">at 5 %</text>';
    const digest = createHash('sha256')
      .update(drawSvg(svg(text)).png)
      .digest('hex')
      .slice(0, 12);
    expect(digest).toMatchInlineSnapshot(`"f3654b8e9aca"`);
  });

  it('with the values of its CSS variables, except those of a dark scheme', () => {
    const style =
      '<style>svg { --ink: #0000ff; } @media (prefers-color-scheme: dark) { svg { --ink: #00ff00; } }</style>';
    expect(readPng(drawSvg(svg(`${style}<rect width="40" height="20" fill="var(--ink)" />`)).png).first).toEqual([
      0, 0, 255,
    ]);
    expect(readPng(drawSvg(svg('<rect width="40" height="20" fill="var(--x, rgb(255, 0, 0))" />')).png).first).toEqual([
      255, 0, 0,
    ]);
  });

  it('with messages about variables and glyphs that cannot be drawn', () => {
    const { problems } = drawSvg(svg('<title>漢</title><rect fill="var(--ink)" /><text>≤ → α 漢</text>'));
    expect(problems).toEqual([
      'Missing value of `var(--ink)`: write one after a comma, `var(--ink, #333)`',
      'Missing glyph of `漢` in Inter and Source Serif 4: draw it as a path',
    ]);
  });
});

describe('the pictures of posts', () => {
  const root = mkdtempSync(join(tmpdir(), 'alignment-review-images-'));
  const folder = 'content/essays/essay';
  cpSync(join(import.meta.dirname, 'fixtures', 'base'), root, { recursive: true });
  const photo = Buffer.from('a photograph');
  writeFileSync(join(root, folder, 'loss.svg'), svg('<rect width="40" height="20" />'));
  writeFileSync(join(root, folder, 'photo.jpg'), photo);
  const essays = [{ path: `${folder}/index.mdx`, images: ['./loss.svg', './photo.jpg'], components: [] }];

  it('are named by the hash of their bytes', () => {
    const images = readPostImages(essays, { root, draw: drawSvg });
    expect([...images.keys()]).toEqual([`${folder}/loss.svg`, `${folder}/photo.jpg`]);
    for (const { path, bytes } of images.values()) {
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      expect(path).toMatch(new RegExp(`^/essays/essay/(?:loss\\.${hash}\\.png|photo\\.${hash}\\.jpg)$`));
    }
    expect(images.get(`${folder}/photo.jpg`)?.bytes).toEqual(photo);
  });

  it('are drawn again only if they change', () => {
    const cache = openCache(root, 'code');
    let drawn = 0;
    const draw = drawFrom({
      ...cache,
      get: (key, make, isCacheable) =>
        cache.get(
          key,
          () => {
            drawn += 1;
            return make();
          },
          isCacheable,
        ),
    });
    const read = () => readPostImages(essays, { root, draw }).get(`${folder}/loss.svg`)?.path;
    const first = read();
    expect(read()).toBe(first);
    expect(drawn).toBe(1);
    writeFileSync(
      join(root, folder, 'loss.svg'),
      readFileSync(join(root, folder, 'loss.svg'), 'utf8').replace(
        'width="40" height="20" />',
        'width="9" height="9" />',
      ),
    );
    expect(read()).not.toBe(first);
    expect(drawn).toBe(2);
  });
});

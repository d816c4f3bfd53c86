import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { openCache } from '../src/build/cache.ts';
import { writePictures } from '../src/build/write-pictures.ts';
import { cardPathOf, formatEssayCard, formatReviewCard } from '../src/engine/card-picture.ts';
import { drawCard } from '../src/post-images/draw-card.ts';
import { fixtures, parseFixture } from './fixture-review.ts';

const root = dirname(import.meta.dirname);

function readFixture() {
  const { review } = parseFixture(join(fixtures, 'essays', 'components'));
  const [essay] = review?.essays ?? [];
  if (!review || !essay) throw new Error('The fixture gave no essay. Read its messages.');
  const context = { config: review.config.value, domains: review.domains.value, authors: review.authors.value };
  return { review, context, frontmatter: essay.frontmatter };
}

/** The lines of a picture. */
const linesOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, line = '']) => line);

describe('the picture of an essay', () => {
  const { context, frontmatter } = readFixture();

  it('shows the titles of review and essay, and the domain or, without one, the authors', () => {
    const { domains, config, authors } = context;
    expect(linesOf(formatEssayCard(frontmatter, context))).toEqual([
      config.title,
      frontmatter.title,
      domains.find(({ id }) => id === frontmatter.domain)?.name,
    ]);
    expect(linesOf(formatEssayCard({ ...frontmatter, domain: null }, context)).at(-1)).toBe(authors[0]?.name);
  });

  it('escapes a title, and truncates a long one to four lines', () => {
    const title = `${'A & <b> title that goes on, '.repeat(20)}end`;
    const lines = linesOf(formatEssayCard({ ...frontmatter, title }, context)).slice(1, -1);
    expect(lines.length).toBe(4);
    expect(lines[0]).toMatch(/^A &amp; &lt;b&gt; title/);
    expect(lines[3]).toMatch(/ …$/);
  });

  it('has a path that changes only with its content', () => {
    const path = cardPathOf('essay', formatEssayCard(frontmatter, context));
    expect(path).toMatch(/^\/cards\/essay\.[0-9a-f]{12}\.png$/);
    expect(cardPathOf('essay', formatEssayCard(frontmatter, context))).toBe(path);
    expect(cardPathOf('essay', formatEssayCard({ ...frontmatter, title: 'Another' }, context))).not.toBe(path);
  });

  it('is a PNG of 1200 by 630 pixels', () => {
    const png = drawCard(formatReviewCard(context.config));
    expect(imageSize(png)).toMatchObject({ width: 1200, height: 630, type: 'png' });
  });
});

describe('pictures of a site', () => {
  it('are drawn once, then read from the cache', () => {
    const { review } = readFixture();
    const cache = openCache(mkdtempSync(join(tmpdir(), 'alignment-review-')), 'code');
    let drawn = 0;
    const counting = {
      ...cache,
      get: <Value>(key: Parameters<typeof cache.get>[0], make: () => Value) =>
        cache.get(key, () => {
          drawn += 1;
          return make();
        }),
    };
    const [first = '', second = ''] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'alignment-review-')));
    writePictures(first, review, { root, cache: counting });
    const files = readdirSync(first, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.png'));
    expect(files.length).toBe(review.essays.length + 4);
    expect(drawn).toBe(files.length);
    writePictures(second, review, { root, cache: counting });
    expect(drawn).toBe(files.length);
    for (const file of files) expect(readFileSync(join(second, file))).toEqual(readFileSync(join(first, file)));
  });
});

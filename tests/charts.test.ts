import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawChart, drawCharts } from '../src/charts/draw-charts.ts';
import { checkSvg } from '../src/engine/images/check-svg.ts';
import { chartsOf, type Chart, type ChartDrawings } from '../src/engine/model/chart.ts';
import type { Review } from '../src/engine/model/review.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { createParseCache, parseReview, type Sources } from '../src/engine/parse-review.ts';
import { renderSiteEssay } from '../src/engine/render/site/index.ts';
import { drawSvg } from '../src/post-images/draw-svg.ts';
import { readPostImages } from '../src/post-images/read-post-images.ts';
import { fixtures, readFixture } from './fixture-review.ts';

const sources = readFixture(join(fixtures, 'essays', 'chart'));
const spec = 'content/essays/essay/loss.chart.yaml';
const data = 'content/essays/essay/loss.csv';

function reviewOf(from: Sources, cache = createParseCache()): Review {
  const { review, messages } = parseReview(from, cache);
  if (review === null || messages.length > 0) throw new Error(`The fixture gave no review: ${messages.join('\n')}`);
  return review;
}

function chartOf(from: Sources, cache = createParseCache()): Chart {
  const [chart] = reviewOf(from, cache).essays.flatMap(chartsOf);
  if (chart === undefined) throw new Error('The fixture has no chart.');
  return chart.data.chart;
}

const withText = (path: string, change: (text: string) => string, from = sources): Sources => ({
  ...from,
  texts: new Map([...from.texts, [path, change(from.texts.get(path) ?? '')]]),
});

const sizeOf = (svg: string): string[] => /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1) ?? [];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('a chart', () => {
  const kinds = ['wide', 'narrow', 'plain'] as const;
  const draw = (from: Sources): Promise<ChartDrawings> => drawChart(chartOf(from), 'en');
  const drawn = draw(sources);

  it.each(kinds)('is drawn as %s', async (kind) => {
    const drawings = await drawn;
    await expect(`${drawings[kind]}\n`).toMatchFileSnapshot(join(fixtures, 'charts', `${kind}.svg`));
  });

  it('has the requested width for any content', async () => {
    const wide = withText(spec, (text) => `${text}facet: { column: { field: work } }\n`);
    const category = withText(
      spec,
      () =>
        'data: ./loss.csv\nmark: bar\nencoding:\n  y: { field: model, type: nominal }\n  x: { field: loss, type: quantitative }\n',
    );
    for (const drawings of [await drawn, ...(await Promise.all([wide, category].map(draw)))]) {
      expect(sizeOf(drawings.wide)[0]).toBe('640');
      expect(sizeOf(drawings.narrow)[0]).toBe('340');
    }
  });

  it('is drawn if every row is empty', async () => {
    const sized = withText(spec, (text) =>
      text.replace('point: true }', 'point: true }\n    encoding: { size: { field: loss, type: quantitative } }'),
    );
    const rows = 'kaplan2020scaling,,,,\nhoffmann2022training,,,,\n';
    const empty = withText(data, (text) => `${text.split('\n')[0] ?? ''}\n${rows}`, sized);
    const { wide } = await drawChart(chartOf(empty), 'en');
    expect(wide).toContain('compute in FLOP');
    expect(wide).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('rotates the category labels of the x axis only if they are wide', async () => {
    const bars = withText(
      spec,
      () =>
        'data: ./loss.csv\nmark: bar\nencoding: { x: { field: model, type: nominal }, y: { field: loss, type: quantitative } }\n',
    );
    const wideNames = withText(data, (text) => text.replace('small', 'small '.repeat(12).trim()), bars);
    expect((await drawChart(chartOf(bars), 'en')).wide).not.toContain('rotate');
    expect((await drawChart(chartOf(wideNames), 'en')).wide).toContain('rotate(-90)');
  });

  it('draws a mark without fields once', async () => {
    const marked = withText(
      spec,
      (text) =>
        `${text}  - mark: text\n    encoding: { x: { value: 40 }, y: { value: 20 }, color: { value: ink }, text: { value: one note } }\n`,
    );
    expect((await drawChart(chartOf(marked), 'en')).wide.split('>one note<')).toHaveLength(2);
  });

  it('does not depend on the time zone or the current date', async () => {
    const temporal = withText(spec, (text) =>
      text.replace(/x: .*/, 'x: { field: published_on, type: temporal, axis: { format: "%d %B %Y" } }'),
    );
    const first = await draw(temporal);
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 5, 1) });
    expect(await draw(temporal)).toEqual(first);
    expect(first.wide).toContain('2020');
  });

  it('formats numbers and months in the language of the review', async () => {
    const temporal = withText(spec, (text) =>
      text
        .replace(/y: .*/, 'y: { field: published_on, type: temporal, axis: { format: "%B", values: [2020-03] } }')
        .replace('values: [1000, 10000]', 'format: ",", values: [1000, 10000]'),
    );
    const { wide } = await drawChart(chartOf(temporal), 'de-DE');
    expect(wide).toContain('>10.000</text>');
    expect(wide).toContain('>März</text>');
  });

  it('contains no script, URL or id and, for posts, no CSS variable', async () => {
    const drawings = await drawn;
    for (const svg of Object.values(drawings)) {
      expect(checkSvg(new TextEncoder().encode(svg), () => [])).toEqual([]);
      expect(svg).not.toMatch(/ id=|href|url\(|aria-/);
    }
    expect(drawings.wide).toContain('var(--ink)');
    expect(drawings.plain).not.toContain('var(');
    expect(drawSvg(drawings.plain).problems).toEqual([]);
  });

  it('has rows with only the columns that its spec names, and labels for their works', () => {
    const { rows, table, works } = chartOf(sources);
    expect(rows[1]).toEqual({ work: 'kaplan2020scaling', model: 'large, later', compute: 10000, loss: 2.7 });
    expect(table.columns).toContain('published_on');
    expect(works).toEqual({ hoffmann2022training: 'Hoffmann et al., 2022', kaplan2020scaling: 'Kaplan et al., 2020' });
  });
});

describe('charts of a review', () => {
  it('are parsed again when their files change, without parsing the essay', () => {
    const cache = createParseCache();
    const hashOf = (from: Sources) => reviewOf(from, cache).essays[0]?.contentHash;
    const first = hashOf(sources);
    const parseEssay = vi.spyOn(cache.steps, 'parseEssay');
    expect(hashOf(withText(data, (text) => text.replace('3.2', '3.3')))).not.toBe(first);
    expect(hashOf(withText(spec, (text) => text.replace('title: loss', 'title: test loss')))).not.toBe(first);
    expect(hashOf(sources)).toBe(first);
    expect(parseEssay).not.toHaveBeenCalled();
  });

  it('have wide and narrow drawings on the page, and pictures for the post', async () => {
    const review = await drawCharts(reviewOf(sources), drawChart);
    const [essay] = review.essays;
    if (essay === undefined) throw new Error('The fixture gave no essay.');
    const html = renderSiteEssay(essay, {
      library: review.library,
      strings: stringsOf('en'),
      base: '/',
      imageOf: (src) => ({ src, original: src }),
    });
    expect(html.match(/<div class="chart-(?:wide|narrow)" role="img" aria-label="[^"]+"[^>]*><svg /g)).toHaveLength(6);
    const images = readPostImages(review.essays, { root: '/nowhere', draw: drawSvg });
    expect([...images.keys()]).toEqual([
      'content/essays/essay/loss.chart.png',
      'content/essays/essay/essays.chart.png',
    ]);
    expect(images.get('content/essays/essay/loss.chart.png')?.path).toMatch(
      /^\/essays\/essay\/loss\.chart\.[0-9a-f]{12}\.png$/,
    );
  });

  it('are not drawn if there are none', async () => {
    const draw = vi.fn<typeof drawChart>();
    const review = reviewOf(readFixture(join(fixtures, 'essays', 'markdown')));
    expect(await drawCharts(review, draw)).toBe(review);
    expect(draw).not.toHaveBeenCalled();
  });
});

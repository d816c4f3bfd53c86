import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../src/charts/draw-charts.ts';
import { componentExamples } from '../src/components/guide/component-examples.ts';
import { parseExample } from '../src/components/guide/example-review.ts';
import { readFenced } from '../src/components/guide/fenced.ts';
import { renderExample, renderMessages } from '../src/components/guide/render-example.ts';
import { chartsOf } from '../src/engine/model/chart.ts';
import { comparePost, convertMarkdown } from '../src/forum-model/index.ts';
import { fixtures } from './fixture-review.ts';
import { guideSources as pages } from './guide-sources.ts';

const root = dirname(import.meta.dirname);
const sourceOf = (name: string): string => readFileSync(join(fixtures, 'guide', name, 'input.mdx'), 'utf8').trimEnd();

describe('an example of the guide', () => {
  it('is rendered as part of a page and as a post', async () => {
    const { site, post } = await renderExample(sourceOf('example'), { kind: 'essay', prefix: 'example-1-' });
    await expect(`${site}\n`).toMatchFileSnapshot(join(fixtures, 'guide/example/site.html'));
    await expect(post).toMatchFileSnapshot(join(fixtures, 'guide/example/post.md'));
  });

  it('has the same chart drawings as a build', async () => {
    const [essay] = parseExample(componentExamples.Chart, { kind: 'essay' }).review?.essays ?? [];
    const [chart] = essay === undefined ? [] : chartsOf(essay);
    if (chart === undefined) throw new Error('The example has no chart.');
    const drawings = await drawChart(chart.data.chart, 'en');
    const file = join(root, 'src/components/guide/rates.drawings.json');
    await expect(`${JSON.stringify(drawings, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it('with an error shows the messages of the check, with the line numbers of the example', async () => {
    await expect(renderMessages(sourceOf('wrong'), 'essay')).toMatchFileSnapshot(
      join(fixtures, 'guide/wrong/messages.txt'),
    );
  });

  it('with library entries shows references', async () => {
    const { site, post } = await renderExample('@online{key, title = {A Title}, author = {Doe, Jane}, date = {2020}}', {
      kind: 'library',
      prefix: '',
    });
    expect(site).toContain('<b>Doe, 2020</b> Doe, J. (2020). <em>A title</em>.');
    expect(post).toBeNull();
  });

  it('is rejected if it has an unexpected error or lacks an expected one', async () => {
    await expect(renderExample(sourceOf('wrong'), { kind: 'essay', prefix: '' })).rejects.toThrow(
      /^An example of the guide is wrong:\n.*unknown-work\nFix it/s,
    );
    expect(() => renderMessages(sourceOf('example'), 'essay')).toThrow(
      /^An example of the guide that shows an error has none:\n/,
    );
    expect(() => readFenced('<p>No code</p>')).toThrow('has 0 fenced blocks');
  });

  it.each(Object.entries(componentExamples))('of %s loses nothing in the conversion by the forum', async (_, source) =>
    expect(await lostOf(source)).toEqual([]),
  );

  it.each(pages)('on $path loses nothing in the conversion by the forum', async ({ source }) => {
    const examples = [...readFileSync(join(root, source), 'utf8').matchAll(/<Example>\n```mdx\n(.*?)\n```/gs)].map(
      (match) => match[1] ?? '',
    );
    expect((await Promise.all(examples.map(lostOf))).flat()).toEqual([]);
  });
});

/** Returns what the forum's conversion would lose of an example's post. */
async function lostOf(source: string): Promise<string[]> {
  const { review } = parseExample(source, { kind: 'essay' });
  const [essay] = review?.essays ?? [];
  if (!review || !essay) throw new Error('The example gave no essay. Read its messages.');
  const { post } = await renderExample(source, { kind: 'essay', prefix: '' });
  return comparePost(essay, convertMarkdown(post ?? ''), {
    config: review.config.value,
    library: review.library,
    format: 'Markdown',
  }).map(({ reason }) => reason);
}

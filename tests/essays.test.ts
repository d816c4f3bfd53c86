import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillEvidenceMaps } from '../src/engine/fill-evidence-maps.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf } from '../src/engine/model/message.ts';
import type { Essay } from '../src/engine/model/essay.ts';
import type { Review } from '../src/engine/model/review.ts';
import { renderForumHtml, renderForumMarkdown } from '../src/engine/render/forum/index.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { renderPreprint } from '../src/engine/render/preprint/index.ts';
import { renderText } from '../src/engine/render/text/index.ts';
import { renderSiteEssay } from '../src/engine/render/site/index.ts';
import { comparePost, convertHtml, convertMarkdown } from '../src/forum-model/index.ts';
import { casesOf, fixtures, parseFixture } from './fixture-review.ts';
import { paperOf } from './paper-of-essay.ts';
import { readLatex, withoutCodes } from './read-latex.ts';

type Case = { folder: string; review: Review; essay: Essay };

const cases = new Map<string, Case>();

/** Parses a case once for all of its outputs. */
function readCase(name: string): Case {
  const known = cases.get(name) ?? parseCase(name);
  cases.set(name, known);
  return known;
}

function parseCase(name: string): Case {
  const folder = join(fixtures, 'essays', name);
  const { review: parsed, messages } = parseFixture(folder);
  const review = parsed && fillEvidenceMaps(parsed);
  expect(formatMessages(messages.filter((message) => levelOf(message) === 'error'))).toBe('');
  const essay = review?.essays.find(({ slug }) => slug === 'essay');
  if (!review || !essay) throw new Error('The fixture gave no essay. Read its messages.');
  return { folder, review, essay };
}

describe('an essay is rendered as a page', () => {
  it.each(casesOf('essays'))('%s', async (name) => {
    const { folder, review, essay } = readCase(name);
    const imageOf = (src: string) => ({ src, original: `/review/essays/essay/${src}` });
    const html = renderSiteEssay(essay, {
      library: review.library,
      strings: stringsOf(review.config.value.locale),
      base: '/review/',
      imageOf,
    });
    await expect(`${html}\n`).toMatchFileSnapshot(join(folder, 'site.html'));
  });
});

describe('an essay is rendered as a post that the forum converts without loss', () => {
  it.each(casesOf('essays'))('%s', async (name) => {
    const { folder, review, essay } = readCase(name);
    const context = { config: review.config.value, library: review.library };
    const markdown = renderForumMarkdown(essay, context);
    const html = renderForumHtml(essay, context);
    await expect(markdown).toMatchFileSnapshot(join(folder, 'post.md'));
    await expect(html).toMatchFileSnapshot(join(folder, 'post.html'));
    expect(comparePost(essay, convertMarkdown(markdown), { ...context, format: 'Markdown' })).toEqual([]);
    expect(comparePost(essay, convertHtml(html), { ...context, format: 'HTML' })).toEqual([]);
  });
});

describe('an essay is rendered as plain text for an e-mail', () => {
  it.each(casesOf('essays'))('%s', async (name) => {
    const { folder, review, essay } = readCase(name);
    const text = renderText(essay, { config: review.config.value });
    await expect(text).toMatchFileSnapshot(join(folder, 'post.txt'));
    const long = text
      .split('\n')
      .filter((line) => Array.from(line).length > 72 && !/^(?:> )*\s{4}|^[\s\-[\]\d>]*\S+$/.test(line));
    expect(long).toEqual([]);
  });
});

const withoutUnprintable = (text: string): string => text.replaceAll('🧪', '');

describe('an essay is rendered as a paper', () => {
  it.each(casesOf('essays'))('%s', async (name) => {
    const { folder, review, essay } = readCase(name);
    const { tex, messages } = renderPreprint(essay, {
      config: review.config.value,
      authors: review.authors.value,
      figures: new Map(),
    });
    // The preamble is the same in all cases. tests/preprint.test.ts covers it.
    await expect(tex.slice(tex.indexOf('\\begin{document}'))).toMatchFileSnapshot(join(folder, 'preprint.tex'));
    const unprintable = messages.map(({ reason }) => /^Unknown character `(.*)` for/.exec(reason)?.[1] ?? reason);
    expect(unprintable).toEqual(name === 'found-at-random' ? ['🧪'] : []);
    const { text, notes } = readLatex(tex);
    const paper = paperOf(essay);
    expect([text, ...notes].map(withoutCodes)).toEqual([paper.text, ...paper.notes].map(withoutUnprintable));
  });
});

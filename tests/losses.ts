import { join } from 'node:path';
import type { Essay } from '../src/engine/model/essay.ts';
import { levelOf } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { renderForumHtml, renderForumMarkdown } from '../src/engine/render/forum/index.ts';
import { comparePost, convertHtml, convertMarkdown, type PostFormat } from '../src/forum-model/index.ts';
import { fixtures, readFixture } from './fixture-review.ts';

const base = readFixture(join(fixtures, 'essays', 'model-written'));
const cache = createParseCache();
const path = 'content/essays/essay/index.mdx';
const considerations = 'content/considerations.yaml';
/** A question is plain text, even if it looks like syntax. */
const hostile = 'Is *2^3* ~ $8$, or_is_it [a](b) | <b> @key {x} \\(y\\) $$z$$ H~2~O #1 [^1] example.com?';
const questions = JSON.stringify([
  {
    id: 'transfer',
    question: hostile,
    why: 'W',
    favours: 'F',
    changes: 'C',
  },
]);
const forecast = {
  question: hostile,
  source: 'A [panel] of *$5$*',
  url: 'https://example.org/a_b?q=*c*',
  by: '> 1. all',
};
/** A forecast's value is plain text, even if it looks like syntax. */
const forecasts = JSON.stringify([
  {
    ...forecast,
    id: 'odd',
    resolution: { rule: hostile },
    values: [{ on: '2026-01-02', value: '~12% | -', note: hostile }],
  },
  { ...forecast, id: 'first', resolution: { on: '2027-01-02' }, values: [{ on: '2026-01-02', value: hostile }] },
]);
const glossary = JSON.stringify([{ id: 'loss', term: 'loss', means: hostile }]);
/** The contents of `./law.chart.yaml` and of its data. */
const chart = {
  spec: 'data: ./law.csv\nsource: own\nmark: point\nencoding: { x: { field: mass, type: quantitative } }\n',
  data: 'mass\n1\n',
};
const other = 'content/essays/other/index.mdx';
/** Another essay, with a finding and a section that references point to. */
const elsewhere =
  '<Finding id="find-other" consideration="transfer" direction="for" certainty="low" because="indirect">\n\nA finding [@kaplan2020scaling].\n\n</Finding>\n\n## Limits';

/** Parses an essay with this body and this `drafting` field. Returns null if it has an error. */
export function parseBody(body: string, drafting: string): { review: Review; essay: Essay } | null {
  const [, frontmatter = ''] = (base.texts.get(path) ?? '').split('---\n');
  const text = `---\n${frontmatter.replace(/^drafting:.*$/m, `drafting: ${drafting}`)}---\n\n${body}\n`;
  const texts = new Map([
    ...base.texts,
    [path, text],
    [considerations, questions],
    ['content/forecasts.yaml', forecasts],
    ['content/glossary.yaml', glossary],
    ['content/essays/essay/law.chart.yaml', chart.spec],
    ['content/essays/essay/law.csv', chart.data],
    [other, `---\n${frontmatter}---\n\n${elsewhere}\n`],
  ]);
  const { review, messages } = parseReview({ ...base, texts }, cache);
  const essay = review?.essays.find(({ slug }) => slug === 'essay');
  const isWrong = messages.some((message) => levelOf(message) === 'error');
  return review === null || essay === undefined || isWrong ? null : { review, essay };
}

/** Returns what each format loses of such an essay, or null if it has an error. */
export function lossesOf(body: string, drafting: string): Record<string, string[]> | null {
  const parsed = parseBody(body, drafting);
  if (parsed === null) return null;
  const { review, essay } = parsed;
  const context = { config: review.config.value, library: review.library };
  const reasons = (html: string, format: PostFormat) =>
    comparePost(essay, html, { ...context, format }).map(({ reason }) => reason);
  return {
    markdown: reasons(convertMarkdown(renderForumMarkdown(essay, context)), 'Markdown'),
    html: reasons(convertHtml(renderForumHtml(essay, context)), 'HTML'),
  };
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formatEvidence } from '../src/components/evidence-csv.ts';
import { toReviewData } from '../src/components/review-data.ts';
import { ReviewData, reviewDataSchema } from '../src/engine/model/review-data.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { renderSiteReview } from '../src/engine/render/site/review.ts';
import { fixtures, parseFixture } from './fixture-review.ts';

const base = 'https://example.org/review/';
const id = `${base}review.schema.json`;

function dataOf(name: string): ReviewData {
  const { review } = parseFixture(join(fixtures, 'essays', name));
  if (review === null) throw new Error('The fixture gave no review. Read its messages.');
  const imageOf = (src: string) => ({ src, original: src });
  const strings = stringsOf(review.config.value.locale);
  return toReviewData(renderSiteReview(review, { library: review.library, strings, base: '/review/', imageOf }), {
    base,
  });
}

describe('review.json', () => {
  it.each(['findings', 'forecasts', 'terms', 'citations'])(
    'of %s matches its schema, which rejects other data',
    (name) => {
      const data: unknown = JSON.parse(JSON.stringify(dataOf(name)));
      expect(ReviewData.parse(data)).toEqual(data);
      const schema = z.fromJSONSchema(reviewDataSchema(id));
      expect(schema.safeParse(data).error).toBeUndefined();
      expect(schema.safeParse({ ...dataOf(name), version: 2 }).success).toBe(false);
      expect(schema.safeParse({ ...dataOf(name), surplus: true }).success).toBe(false);
    },
  );

  it('lists forecasts and terms with the essays that use them', () => {
    const [growth] = dataOf('forecasts').forecasts.filter((forecast) => forecast.id === 'growth');
    expect(growth).toMatchObject({ essays: ['essay'], page: `${base}forecasts/#growth`, by: '40 experts' });
    expect(dataOf('terms').glossary.map((term) => [term.id, term.essays])).toEqual([
      ['loss', ['essay']],
      ['time-horizon', ['essay']],
    ]);
  });

  it('refers only to works and essays that it contains', () => {
    const { works, citations, findings, essays, considerations } = dataOf('findings');
    const keys = new Set(works.map(({ key }) => key));
    expect(citations.length).toBeGreaterThan(0);
    expect(citations.filter(({ work }) => !keys.has(work))).toEqual([]);
    expect(findings.flatMap((finding) => finding.works.filter((key) => !keys.has(key)))).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
    const slugs = essays.map(({ slug }) => slug);
    expect(findings.filter(({ essay }) => !slugs.includes(essay))).toEqual([]);
    expect(considerations.map((one) => one.url)).toContain(`${base}evidence/transfer/`);
  });
});

describe('evidence.csv', () => {
  it('has a row for each finding, and quotes cells that need it', () => {
    const data = dataOf('findings');
    const [finding] = data.findings;
    if (finding === undefined) throw new Error('The fixture has no finding.');
    const odd = { ...finding, text: 'Says “a”, "b"\nand c', works: ['one', 'two'], years: [2020, 2021] };
    const [head, ...rows] = formatEvidence({ ...data, findings: [odd, finding] }).split('\r\n');
    expect(head).toBe(
      'finding,essay,title,domain,consideration,question,direction,certainty,reasons,claim,works,years,url',
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain(',"Says “a”, ""b""\nand c",one; two,2020; 2021,https://example.org/review/essays/');
    expect(rows[2]).toBe('');
  });
});

describe('the example script in the guide', () => {
  it('lists findings by a single group of authors, in at most twenty lines', () => {
    const guide = readFileSync(join(import.meta.dirname, '../src/pages/guide/data.mdx'), 'utf8');
    const script = /```js\n(.*?)```/s.exec(guide)?.[1] ?? '';
    expect(script.trim().split('\n').length).toBeLessThanOrEqual(20);
    const folder = mkdtempSync(join(tmpdir(), 'review-data-'));
    const data = dataOf('findings');
    const [work] = data.works;
    const [finding] = data.findings;
    if (work === undefined || finding === undefined) throw new Error('The fixture has no finding.');
    const works = [
      { ...work, key: 'a1', authors: ['Ann', 'Bo'] },
      { ...work, key: 'a2', authors: ['Cy', 'Bo'] },
      { ...work, key: 'b1', authors: ['Di'] },
    ];
    const findings = [
      { ...finding, id: 'find-alone', works: ['a1', 'a2'] },
      { ...finding, id: 'find-several', works: ['a1', 'b1'] },
    ];
    writeFileSync(join(folder, 'groups.mjs'), script);
    writeFileSync(join(folder, 'review.json'), JSON.stringify({ ...data, works, findings }));
    const said = execFileSync(process.execPath, ['groups.mjs', 'review.json'], { cwd: folder, encoding: 'utf8' });
    expect(said).toBe(`find-alone, ${finding.certainty}: a1, a2 (Bo)\n1 of 2 findings rest on one group alone.\n`);
  });
});

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upperBound } from '../src/engine/model/binomial-bound.ts';
import { keysReadBeyondAbstract } from '../src/engine/model/keys-read-beyond-abstract.ts';
import type { ReadAs } from '../src/engine/model/support.ts';
import { coverageOf } from '../src/engine/model/support-pairs.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { parseSentence } from '../src/engine/parse-sentence.ts';
import { arbitraryBody } from './arbitrary-essay.ts';
import { fixtures, parseFixture, readFixture } from './fixture-review.ts';
import { isLong } from './long.ts';

const kaplan = '[@kaplan2020scaling]';
const first = 'Loss falls as a power law [@kaplan2020scaling].';

/** Parses the base with another text of its essay. */
function readText(text: string) {
  const sources = readFixture(join(fixtures, 'no such fixture'));
  const file = 'content/essays/essay/index.mdx';
  const [, frontmatter] = sources.texts.get(file)?.split('---\n') ?? [];
  const texts = new Map([...sources.texts, [file, `---\n${frontmatter}---\n\n${text}`]]);
  return parseReview({ ...sources, texts }, createParseCache({ prints: false }));
}

const normalsOf = (text: string): string[] =>
  (readText(text).review?.essays[0]?.citedAt ?? []).map(({ normal }) => normal);

describe('the normal form of a cited sentence', () => {
  it.each([
    ['collapses space and drops emphasis', `Loss *falls*\nas  a **power** law ${kaplan}.`, first],
    [
      'drops notes and footnote references',
      `\`Loss\` falls.<Note>So.</Note> It does ${kaplan}.[^a]\n\n[^a]: So.`,
      `It does ${kaplan}.`,
    ],
    ['preserves the text of a link', `A [long *tail*](https://example.org/) ${kaplan}.`, `A long tail ${kaplan}.`],
    ['treats a URL as text', `See https://example.org/a_b ${kaplan}.`, `See https\\://example.org/a\\_b ${kaplan}.`],
    ['normalises citations', `So do @kaplan2020scaling [p. 3] too.`, `So do [@kaplan2020scaling, p. 3] too.`],
    [
      'normalises citations without an author',
      `Kaplan says so [see -@kaplan2020scaling, pp. 3–4, *there*].`,
      `Kaplan says so [see @kaplan2020scaling, p. 3–4, there].`,
    ],
    ['preserves formulas as TeX', `It is $C^{-0.05}$ ${kaplan}.`, `It is $C^{-0.05}$ ${kaplan}.`],
    ['composes accents', `Ha\u0308gele ${kaplan}.`, `Hägele ${kaplan}.`],
    [
      'escapes syntax characters',
      `It is 2\\*3\\_4 \\[so\\] \\$5 ${kaplan}.`,
      `It is 2\\*3\\_4 \\[so\\] \\$5 ${kaplan}.`,
    ],
    [
      'begins a sentence at a narrative citation',
      `It ends. @kaplan2020scaling goes on.`,
      `[@kaplan2020scaling] goes on.`,
    ],
    ['begins a sentence at a formula', `It ends. $N$ is large ${kaplan}.`, `$N$ is large ${kaplan}.`],
  ])('%s', (_, text, normal) => {
    expect(normalsOf(text)).toEqual([normal]);
    expect(parseSentence(normal)).toBe(normal);
  });

  it('is a whole row of a table', () => {
    const [normal = ''] = normalsOf(`| Rule | *Source* |\n| --- | --- |\n| a \`b\` | say ${kaplan}. So it is. |\n`);
    expect(normal).toBe(`| a b | say ${kaplan}. So it is. |`);
    expect(parseSentence(`|a **b**|say ${kaplan}. So it is.|`)).toBe(normal);
  });

  it('is found in captions, notes, findings, footnotes and headings', () => {
    const text = `## On ${kaplan}\n\n<Table id="tab-a">\n\n| a |\n| --- |\n| b |\n\nCaption ${kaplan}.\n\n</Table>\n\n<Finding id="find-a" consideration="one-law" direction="for" certainty="low" because="indirect">\n\nClaim ${kaplan}.\n\n</Finding>\n\nText.<Note>Aside ${kaplan}.</Note>[^a]\n\n[^a]: Below ${kaplan}.\n`;
    expect(normalsOf(text)).toEqual([
      `On ${kaplan}`,
      `Caption ${kaplan}.`,
      `Claim ${kaplan}.`,
      `Aside ${kaplan}.`,
      `Below ${kaplan}.`,
    ]);
  });

  it('does not treat the start of a sentence as a list, quote or heading', () => {
    for (const start of ['1.', '-', '>', '#', '+'])
      expect(parseSentence(`${start} so ${kaplan}`)).toBe(`${start} so ${kaplan}`);
    expect(parseSentence('It {falls')).toBe(null);
  });

  it('is unchanged if it is parsed again, in any essay', { timeout: 0 }, () => {
    const property = fc.property(arbitraryBody, (body) => {
      for (const normal of normalsOf(body)) expect(parseSentence(normal)).toBe(normal);
    });
    fc.assert(property, { numRuns: isLong ? 2000 : 40, seed: 1 });
  });
});

describe('the coverage of checked citations', () => {
  const covered = () => {
    const { review } = parseFixture(join(fixtures, 'messages/missing-support'));
    const [essay] = review?.essays ?? [];
    if (essay === undefined) throw new Error('The fixture gave no essay. Read its messages.');
    return essay;
  };

  it('is counted in pairs of a sentence and a work', () => {
    const essay = covered();
    const readings = { 'full-text': 0, excerpt: 0, abstract: 2, retelling: 0 };
    expect(coverageOf(essay)).toEqual({ pairs: 4, checked: 2, partly: 0, readings });
    expect(coverageOf({ ...essay, support: null })).toBe(null);
  });

  it('includes the works that were read beyond their abstract', () => {
    const { support } = covered();
    const [one] = support?.records ?? [];
    if (support === null || one === undefined) throw new Error('The fixture has no records.');
    const keysRead = (read: ReadAs): string[] => {
      const works = Object.fromEntries(Object.entries(one.works).map(([key, value]) => [key, { ...value, read }]));
      return [...keysReadBeyondAbstract([{ support: { ...support, records: [{ ...one, works }] } }])];
    };
    for (const read of ['excerpt', 'full-text'] as const) expect(keysRead(read)).toEqual(Object.keys(one.works));
    for (const read of ['abstract', 'retelling'] as const) expect(keysRead(read)).toEqual([]);
    expect([...keysReadBeyondAbstract([{ support: null }])]).toEqual([]);
  });
});

describe('the upper bound of a share', () => {
  // 1 − 0.05^(1/n) for no hit. The others are quantiles of beta distributions, which solve Σ C(n,i) p^i (1−p)^(n−i) =
  // 0.05.
  it.each([
    [0, 1, 0.95],
    [0, 20, 0.1391083],
    [0, 100, 0.029513],
    [1, 2, 0.9746794],
    [1, 20, 0.2161062],
    [3, 50, 0.147837],
    [5, 5, 1],
  ])('%i of %i', (hits, drawn, bound) => {
    expect(upperBound(hits, drawn)).toBeCloseTo(bound, 4);
  });

  it('is accurate for large draws, in which most terms underflow', () => {
    expect(upperBound(0, 100_000)).toBeCloseTo(1 - 0.05 ** (1 / 100_000), 8);
    const bound = upperBound(5000, 100_000);
    expect(bound).toBeGreaterThan(0.051);
    expect(bound).toBeLessThan(0.0513);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnrelatedPair } from '../src/engine/model/common-author.ts';
import {
  certainties,
  highestCertainty,
  reasonNames,
  type Certainty,
  type Reason,
} from '../src/engine/model/certainty.ts';
import { findingsOf } from '../src/engine/model/finding.ts';
import { certaintyDots, formatReasons } from '../src/engine/model/finding-words.ts';
import { shownPart } from '../src/engine/model/published.ts';
import type { Review } from '../src/engine/model/review.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { createParseCache, parseReview, type Sources } from '../src/engine/parse-review.ts';
import { fixtures, readFixture } from './fixture-review.ts';

const sources = readFixture(join(fixtures, 'essays', 'findings'));
const other = 'content/essays/other/index.mdx';

function reviewOf(from: Sources, cache = createParseCache()): Review {
  const { review } = parseReview(from, cache);
  if (review === null) throw new Error('The fixture gave no review.');
  return review;
}

const withText = (path: string, change: (text: string) => string): Sources => ({
  ...sources,
  texts: new Map([...sources.texts, [path, change(sources.texts.get(path) ?? '')]]),
});

describe('the highest certainty', () => {
  const cases: [Reason[], number, Certainty][] = [
    [['indirect'], 2, 'low'],
    [['indirect', 'selected'], 2, 'very-low'],
    [['indirect', 'selected', 'confounded', 'imprecise'], 2, 'very-low'],
    [['indirect', 'large-effect'], 2, 'moderate'],
    [['replicated'], 2, 'high'],
    [['replicated', 'large-effect', 'across-families'], 2, 'high'],
    [['large-effect', 'across-families'], 1, 'low'],
    [['proved'], 1, 'high'],
    [['proved', 'indirect'], 1, 'moderate'],
    [['argument-only', 'large-effect'], 3, 'very-low'],
    [['proved', 'argument-only'], 3, 'very-low'],
  ];

  it.each(cases)('of %j and %i works is %s', (reasons, works, certainty) => {
    expect(highestCertainty({ reasons, works, readBeyondAbstract: undefined }).certainty).toBe(certainty);
  });

  it('is low if no work was read beyond its abstract, even for a proof', () => {
    const evidence = { reasons: ['proved'], works: 2, readBeyondAbstract: false } satisfies Parameters<
      typeof highestCertainty
    >[0];
    expect(highestCertainty(evidence)).toEqual({
      certainty: 'low',
      because: 'none of its works was read beyond the abstract',
    });
    expect(highestCertainty({ ...evidence, readBeyondAbstract: true }).certainty).toBe('high');
  });

  it('is explained by the lowest of several caps', () => {
    expect(highestCertainty({ reasons: ['argument-only'], works: 1, readBeyondAbstract: false }).because).toBe(
      '`argument-only` is `very-low`',
    );
  });
});

describe('works that share no author', () => {
  const { library } = reviewOf(sources);
  const pair = (...keys: string[]) =>
    findUnrelatedPair(keys.flatMap((key) => library.get(key) ?? []))?.map(({ key }) => key);
  const [named] = library.values();
  const by = (key: string, ...author: { family?: string; given?: string; literal?: string }[]) => {
    if (named === undefined) throw new Error('The library is empty.');
    return { ...named, key, csl: { ...named.csl, author } };
  };

  it('are found among several works', () => {
    expect(pair('merrill2023parallelism', 'merrill2023expressive')).toBeUndefined();
    expect(pair('merrill2023parallelism', 'merrill2023expressive', 'openai2023introducing')).toEqual([
      'merrill2023parallelism',
      'openai2023introducing',
    ]);
  });

  it('are not inferred from initials, spaces in names, or missing names', () => {
    expect(
      findUnrelatedPair([by('a', { family: 'Müller', given: 'Ada' }), by('b', { family: 'Müller', given: 'A.' })]),
    ).toBeNull();
    expect(
      findUnrelatedPair([by('a', { family: 'Müller', given: 'Ada' }), by('b', { family: 'Müller', given: 'Bo' })]),
    ).not.toBeNull();
    expect(findUnrelatedPair([by('a', { literal: 'OpenAI' }), by('b', { literal: 'Open AI' })])).toBeNull();
    expect(findUnrelatedPair([by('a'), by('b', { literal: 'OpenAI' })])).toBeNull();
  });
});

describe('the findings of a review', () => {
  it('are collected with their evidence, in the order of the texts, without withheld ones', () => {
    const found = findingsOf(reviewOf(sources));
    expect(found.map(({ id, slug, label }) => [id, slug, label])).toEqual([
      ['find-depth', 'essay', 'Finding 1'],
      ['find-loss', 'essay', 'Finding 2'],
      ['find-plan', 'essay', 'Finding 3'],
      ['find-effect', 'essay', 'Finding 4'],
      ['find-item', 'essay', 'Finding 5'],
      ['find-data', 'other', 'Finding 1'],
    ]);
    const { node: _, position, ...data } = found[4] ?? {};
    expect(data).toEqual({
      id: 'find-item',
      slug: 'essay',
      essay: 'An essay',
      domain: 'scaling-laws',
      label: 'Finding 5',
      consideration: 'legible-thought',
      direction: 'mixed',
      certainty: 'low',
      reasons: ['inconsistent', 'large-effect'],
      citations: ['merrill2023parallelism', 'kaplan2020scaling'],
      years: [2020, 2023],
      text: 'Results differ (Kaplan et al., 2020; Merrill & Sabharwal, 2023b).',
      file: 'content/essays/essay/index.mdx',
    });
    expect(position?.start.column).toBe(3);
    expect(found[1]?.text).toBe(
      'Loss alone does not tell which skills come first: it falls as a power law (Kaplan et al., 2020); nothing in it names a skill.',
    );
  });

  it('include only those of cleared essays if drafts are not shown', () => {
    const review = reviewOf(withText(other, (text) => text.replace(/clearance: .*/, 'clearance: { status: draft }')));
    expect(findingsOf(review)).toHaveLength(6);
    expect(findingsOf(shownPart(review, { drafts: false })).map(({ slug }) => slug)).not.toContain('other');
  });
});

describe('a reference to a finding of another essay', () => {
  const essayOf = ({ essays }: Review) => essays.find(({ slug }) => slug === 'essay');

  it('shows the current title of the other essay, and the content hash changes with it', () => {
    const cache = createParseCache();
    const before = essayOf(reviewOf(sources, cache));
    expect(JSON.stringify(before?.tree)).toContain('Finding 1 of “On data”');
    const after = essayOf(
      reviewOf(
        withText(other, (text) => text.replace('On data', 'On size')),
        cache,
      ),
    );
    expect(JSON.stringify(after?.tree)).toContain('Finding 1 of “On size”');
    expect(after?.contentHash).not.toBe(before?.contentHash);
  });

  it('reuses the essay object if the shown text is unchanged', () => {
    const cache = createParseCache();
    const before = essayOf(reviewOf(sources, cache));
    const unrelated = withText(other, (text) => text.replace('None.', 'None were found.'));
    expect(essayOf(reviewOf(unrelated, cache))).toBe(before);
  });

  it('is resolved in citing sentences', () => {
    const essay = essayOf(reviewOf(sources));
    expect(essay?.citedAt.find(({ key }) => key === 'openai2023introducing')?.sentence).toBe(
      'The plan hopes for the best (OpenAI, 2023), as Finding 1 of “On data” does.',
    );
  });
});

describe('the words of a finding', () => {
  it.each(['en-US', 'de-DE'])('name every reason and every certainty in %s', (locale) => {
    const strings = stringsOf(locale);
    for (const name of reasonNames) expect(Object.keys(strings.finding.reasons)).toContain(name);
    expect(Object.keys(strings.finding.certainties)).toEqual([...certainties]);
  });

  it('list what lowered and what raised its certainty', () => {
    const given: Reason[] = ['replicated', 'indirect', 'one-group', 'proved'];
    expect(formatReasons(given, stringsOf('en-US'))).toBe(
      'Proved. Lowered for indirect evidence and one group of authors. Raised for replication by others.',
    );
    expect(formatReasons(given, stringsOf('de-DE'))).toBe(
      'Bewiesen. Herabgestuft wegen indirekter Belege und nur einer Autorengruppe. Heraufgestuft wegen einer Wiederholung durch andere.',
    );
  });

  it('have one more filled dot for each level of certainty', () => {
    expect(certainties.map(certaintyDots)).toEqual(['●○○○', '●●○○', '●●●○', '●●●●']);
  });
});

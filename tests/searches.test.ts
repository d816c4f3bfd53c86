import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkReview } from '../src/engine/checks/check-review.ts';
import { countAuthors, countLibrary, countYears } from '../src/engine/model/library-figures.ts';
import { findNotRead } from '../src/engine/model/not-read.ts';
import { shownPart } from '../src/engine/model/published.ts';
import type { Review } from '../src/engine/model/review.ts';
import type { CountedSearch } from '../src/engine/model/search.ts';
import { lastSearchOf, overdueAfter } from '../src/engine/model/search-age.ts';
import { countFlow } from '../src/engine/model/search-flow.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { kindOf } from '../src/engine/model/work-kind.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { fixtures, readFixture } from './fixture-review.ts';

const base = readFixture(join(fixtures, 'no such fixture'));
const path = 'content/essays/essay/index.mdx';
const essay = base.texts.get(path) ?? '';

/** Parses the base review with replaced texts, by path. */
function readWith(files: Readonly<Record<string, string>>): Review {
  const texts = new Map([...base.texts, ...Object.entries(files)]);
  const { review, messages } = parseReview({ ...base, texts }, createParseCache({ prints: false }));
  if (review === null) throw new Error(`The review cannot be read: ${messages.map(({ reason }) => reason).join('; ')}`);
  return review;
}

const search = (fields: Partial<CountedSearch>): CountedSearch => ({
  on: '2026-11-01',
  found: 0,
  screened: 0,
  kept: [],
  reasons: [],
  isEmpty: (fields.kept ?? []).length === 0,
  ...fields,
});

describe('the flow of searches', () => {
  const flow = countFlow({
    searches: [
      search({ found: 8, screened: 8, kept: ['a', 'b'], reasons: ['copies', 'lists'] }),
      search({ found: 10, screened: 5, kept: ['a'], reasons: ['lists', 'lists'] }),
      search({ found: 3, screened: 3 }),
    ],
    others: [search({ kept: ['b', 'c'] })],
    cites: ['a', 'c', 'd', 'e'],
  });

  it('adds up results, and counts each work once', () => {
    expect(flow).toMatchObject({ searches: 3, found: 21, screened: 16, empty: 1, kept: 2, keptAndCited: 1 });
  });

  it('counts cited works by how they were found', () => {
    expect(flow).toMatchObject({ cited: 4, keptAndCited: 1, fromOthers: 1, beforeLog: 2 });
  });

  it('counts a reason once per search, the most frequent first', () => {
    expect(flow.reasons).toEqual([
      { reason: 'lists', searches: 2 },
      { reason: 'copies', searches: 1 },
    ]);
  });

  it('is empty without searches and citations', () => {
    expect(countFlow({ searches: [], others: [], cites: [] })).toMatchObject({ found: 0, cited: 0, reasons: [] });
  });
});

describe('the last search', () => {
  it.each([
    ['2026-11-26', '2027-05-26'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-29', '2028-02-29'],
    ['2026-12-31', '2027-06-30'],
  ])('on %s is current until %s', (day, last) => {
    expect(overdueAfter(day)).toBe(last);
  });

  it('has the date of the frontmatter, or of a later search in the log', () => {
    expect(lastSearchOf({ searched: '2026-05-01' }, [])).toBe('2026-05-01');
    expect(lastSearchOf({ searched: '2026-05-01' }, [search({ on: '2026-04-01' })])).toBe('2026-05-01');
    expect(lastSearchOf({ searched: '2026-05-01' }, [search({ on: '2026-06-01' })])).toBe('2026-06-01');
  });

  it('is overdue from the next day, but not without a date or for a retired essay', () => {
    const overdue = (review: Review, today: string | null): number =>
      checkReview(review, { least: 'warning', today }).filter(({ ruleId }) => ruleId === 'overdue-search').length;
    expect(overdue(readWith({}), '2027-05-02')).toBe(0);
    expect(overdue(readWith({}), '2027-05-03')).toBe(1);
    expect(overdue(readWith({}), null)).toBe(0);
    const retired = essay.replace('drafting:', 'retired: { on: 2026-12-01, reason: It is settled. }\ndrafting:');
    expect(overdue(readWith({ [path]: retired }), '2027-05-03')).toBe(0);
  });
});

describe('the statistics of the library', () => {
  it('count recent years separately, and earlier years together', () => {
    const years = countYears([2026, 2026, 2020, 2016, 1980, null]);
    expect(years).toHaveLength(12);
    expect(years[0]).toEqual({ name: { year: 2026, andBefore: false }, works: 2 });
    expect(years[6]).toEqual({ name: { year: 2020, andBefore: false }, works: 1 });
    expect(years[10]).toEqual({ name: { year: 2016, andBefore: true }, works: 2 });
    expect(years[11]).toEqual({ name: null, works: 1 });
    expect(countYears([])).toEqual([]);
  });

  it('combine no earlier years if there are none', () => {
    expect(countYears([2026, 2025]).map(({ works }) => works)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ['preprint', 'online', null, { pubstate: 'prepublished' }],
    ['preprint', 'article', null, { journaltitle: 'arXiv preprint' }],
    ['preprint', 'online', '2001.08361', {}],
    ['journal-or-proceedings', 'inproceedings', '2001.08361', { booktitle: 'NeurIPS' }],
    ['journal-or-proceedings', 'article', null, { journaltitle: 'Nature' }],
    ['book-or-thesis', 'phdthesis', null, {}],
    ['report', 'report', null, {}],
    ['post', 'online', null, {}],
  ] as const)('count as %s an entry of type %s with arXiv id %s and %o', (kind, type, arxiv, fields) => {
    const valueOf = (field: string): string | undefined => new Map<string, string>(Object.entries(fields)).get(field);
    expect(kindOf({ csl: { id: 'a', type: 'document' }, arxiv }, { type, valueOf })).toBe(kind);
  });

  it('list authors of several works, counted once per work', () => {
    const works = [['Ann Ä. Doe', 'Ann Ä Doe', 'Bo'], ['Ann A. Doe'], ['Cy', 'Bo'], ['Bo']].map((names) => ({ names }));
    expect(countAuthors(works)).toEqual([
      { name: 'Bo', works: 3 },
      { name: 'Ann Ä Doe', works: 2 },
    ]);
  });

  it('count only works that essays cite', () => {
    const figures = countLibrary(readWith({}));
    expect(figures.cited).toBe(1);
    expect(figures.kinds.find(({ name }) => name === 'preprint')?.works).toBe(1);
    expect(figures.domains).toEqual([{ name: 'scaling-laws', works: 1 }]);
    expect(figures.readings.find(({ name }) => name === null)?.works).toBe(1);
  });
});

describe('the paragraph on works that were not read', () => {
  const { prose } = stringsOf('en-US');
  const frontmatter = essay.split('---\n')[1] ?? '';
  const foundIn = (text: string): unknown => {
    const [read] = readWith({ [path]: `---\n${frontmatter}---\n\n${text}` }).essays;
    const found = read === undefined ? null : findNotRead(read, prose);
    return (
      found && { anchor: found.anchor, text: found.paragraph.children.map((node) => 'value' in node && node.value) }
    );
  };

  it.each([
    [
      'the first of a section with that title',
      '## Limits\n\nA.\n\n## What we did not read\n\nB.\n\nC.',
      'what-we-did-not-read',
      'B.',
    ],
    [
      'the matching one in the section on limits',
      '## Limits\n\nA.\n\nBooks were not read.',
      'limits',
      'Books were not read.',
    ],
    ['otherwise the first of that section', '## Limits\n\nA.\n\nB.', 'limits', 'A.'],
  ])('is %s', (_name, text, anchor, paragraph) => {
    expect(foundIn(text)).toEqual({ anchor, text: [paragraph] });
  });

  it('is null without such a section', () => {
    expect(foundIn('## Else\n\nA.')).toBe(null);
  });
});

describe('the search log of a review with hidden essays', () => {
  const made = { where: 'pages', on: '2026-11-01', words: 'laws', found: 8, screened: 7 };
  const log = stringify({
    domains: {
      'scaling-laws': [
        { ...made, kept: ['kaplan2020scaling'] },
        { ...made, words: 'like hoffmann2022training' },
        { ...made, words: 'compute', whyNot: 'copies', kept: ['hoffmann2022training', 'kaplan2020scaling'] },
      ],
      expressivity: [{ ...made, kept: ['merrill2023parallelism'] }],
    },
  });
  const withLog = (files: Readonly<Record<string, string>> = {}) =>
    readWith({ 'content/searches.yaml': log, ...files });
  const shown = (review: Review) => {
    const { searches, hiddenSearches } = shownPart(review, { drafts: false });
    return { domains: { ...searches.value.domains }, hidden: Object.fromEntries(hiddenSearches) };
  };
  const draft = (domain: string, cites: string): Readonly<Record<string, string>> => ({
    'content/essays/draft/index.mdx': essay
      .replace('scaling-laws', domain)
      .replace('status: cleared', 'status: draft')
      .replace('kaplan2020scaling', cites),
  });

  it('shows searches of a domain whose essays are all shown', () => {
    const { domains, hidden } = shown(withLog());
    expect(domains['scaling-laws']).toHaveLength(3);
    expect(hidden['scaling-laws']).toEqual([]);
  });

  it('shows only numbers for a domain without an essay', () => {
    const { domains, hidden } = shown(withLog());
    expect(domains.expressivity).toEqual([]);
    expect(hidden.expressivity).toEqual([
      { on: made.on, found: 8, screened: 7, kept: [], reasons: [], isEmpty: false },
    ]);
  });

  it('shows only numbers for searches that name a work cited only by a draft', () => {
    const { domains, hidden } = shown(withLog(draft('expressivity', 'hoffmann2022training')));
    expect(domains['scaling-laws']).toHaveLength(1);
    expect(hidden['scaling-laws']?.map(({ kept }) => kept)).toEqual([[], ['kaplan2020scaling']]);
  });

  it('shows only numbers for a domain with a draft', () => {
    const { domains, hidden } = shown(withLog(draft('scaling-laws', 'kaplan2020scaling')));
    expect(domains['scaling-laws']).toEqual([]);
    expect(hidden['scaling-laws']).toHaveLength(3);
  });

  it('shows all searches with drafts', () => {
    const review = withLog(draft('scaling-laws', 'hoffmann2022training'));
    const { searches } = shownPart(review, { drafts: true });
    expect(searches.value.domains['scaling-laws']).toHaveLength(3);
  });
});

it('a retired essay does not name a hidden replacement', () => {
  const retired = essay.replace(
    'drafting:',
    'retired: { on: 2026-12-01, reason: It is settled., replacedBy: draft }\ndrafting:',
  );
  const review = readWith({
    [path]: retired,
    'content/essays/draft/index.mdx': essay.replace('status: cleared', 'status: draft'),
  });
  const successorOf = (drafts: boolean) =>
    shownPart(review, { drafts }).essays.find(({ slug }) => slug === 'essay')?.frontmatter.retired?.replacedBy;
  expect(successorOf(true)).toBe('draft');
  expect(successorOf(false)).toBe(undefined);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStyle } from '../src/engine/bibliography/citation-js.ts';
import {
  createFormatter,
  createReferenceFormatter,
  parseBibliography,
  printLibrary,
} from '../src/engine/bibliography/index.ts';
import type { Citation } from '../src/engine/model/nodes.ts';
import { fixtures } from './fixture-review.ts';
import { isLong } from './long.ts';

const families = ['Adler', 'Baker', 'Koch', 'Li', 'van der Berg', 'Ñandú', 'O’Neil'];
const given = ['Anna', 'Boris', 'Anton', 'Li', 'Jo Ann', 'A.'];
const most = 14;

const person = fc.record({ family: fc.constantFrom(...families), given: fc.constantFrom(...given) });

/** A work as an entry without its key. Years, titles and surnames repeat far more often than in real libraries. */
const entry: Arbitrary<string> = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 5 }),
    isOrganisation: fc.constantFrom(false, false, false, false, false, false, true),
    isTruncated: fc.constantFrom(false, false, false, false, true),
    year: fc.integer({ min: 2020, max: 2022 }),
    title: fc.constantFrom('One', 'Two', 'Three'),
  })
  .map(({ people, isOrganisation, isTruncated, year, title }) => {
    const names = people.map((one) => `${one.family}, ${one.given}`).join(' and ');
    const author = isOrganisation ? '{{An Organisation}}' : `{${names}${isTruncated ? ' and others' : ''}}`;
    return `title = {${title}}, author = ${author}, date = {${year}}, journaltitle = {Journal}`;
  });

const citation: Arbitrary<Citation> = fc
  .record({
    isNarrative: fc.constantFrom(false, false, false, true),
    items: fc.array(
      fc.record({
        index: fc.nat(most - 1),
        prefix: fc.constantFrom('', '', '', '', 'see '),
        page: fc.constantFrom(null, null, null, null, '7'),
        suppressAuthor: fc.constantFrom(false, false, false, false, false, false, true),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ isNarrative, items }) => ({
    type: 'citation',
    mode: isNarrative ? 'narrative' : 'parenthetical',
    items: items.map(({ index, prefix, page, suppressAuthor }) => ({
      type: 'citationItem',
      key: `w${index}`,
      suppressAuthor,
      prefix: prefix === '' ? [] : [{ type: 'text', value: prefix }],
      suffix: [],
      locator: page === null ? null : { label: 'page', value: page },
    })),
    children: [],
    occurrence: 0,
  }));

const review = fc.record({
  entries: fc.array(entry, { minLength: most, maxLength: most }),
  essays: fc.array(fc.array(citation, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
});

const apa = findStyle('apa') ?? '';
const rule = 'givenname-disambiguation-rule="primary-name-with-initials"';
const withRule = (name: string): string => apa.replace(rule, `givenname-disambiguation-rule="${name}"`);

describe('essays are formatted as with a separate registry each', () => {
  it('APA contains the rule that the styles below replace', () => {
    expect(apa).toContain(rule);
  });

  it.each([
    ['apa', 'apa'],
    ['harvard1', 'harvard1'],
    ['apa, with all names disambiguated', withRule('all-names-with-initials')],
    ['apa, with names disambiguated by citation', withRule('by-cite')],
    ['vancouver, numeric', 'vancouver'],
    ['notes', readFileSync(join(fixtures, 'styles', 'note.csl'), 'utf8')],
  ])('%s', (_, style) => {
    const check = fc.property(review, ({ entries, essays }) => {
      const text = entries.map((one, index) => `@article{w${index}, ${one}}`).join('\n\n');
      const { library } = parseBibliography([{ path: 'works.bib', text }]);
      const options = { library, style, locale: 'en-US' };
      const formatter = createFormatter({ ...options, printed: printLibrary(options) });
      const reference = createReferenceFormatter(options);
      for (const essay of essays) expect(formatter.formatEssay(essay)).toEqual(reference.formatEssay(essay));
    });
    fc.assert(check, { numRuns: isLong ? 100 : 4, seed: 20261124 });
  });
});

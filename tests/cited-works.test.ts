import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatRis, parseBibliography } from '../src/engine/bibliography/index.ts';
import { plainText } from '../src/engine/model/plain-text.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { fixtures, readFixture } from './fixture-review.ts';

/**
 * Returns the formatted citing sentences of an essay with this text. Formulas are TeX between dollars. Null means that
 * the sentence is shown unchanged.
 */
function formattedOf(text: string): (string | null)[] {
  const sources = readFixture(join(fixtures, 'no such fixture'));
  const file = 'content/essays/essay/index.mdx';
  const [, frontmatter] = sources.texts.get(file)?.split('---\n') ?? [];
  const texts = new Map([...sources.texts, [file, `---\n${frontmatter}---\n\n${text}`]]);
  const { review } = parseReview({ ...sources, texts }, createParseCache({ prints: true }));
  return (review?.essays[0]?.citedAt ?? []).map(
    ({ formatted }) =>
      formatted && formatted.map((part) => (part.type === 'inlineMath' ? `$${part.value}$` : plainText(part))).join(''),
  );
}

describe('a citing sentence outside its essay', () => {
  const cite = '[@kaplan2020scaling]';
  const cited = '(Kaplan et al., 2020)';

  it('is shown as plain text if it has no formula', () => {
    expect(formattedOf(`Loss *falls* ${cite}. So it does.`)).toEqual([null]);
  });

  it('includes its formulas', () => {
    expect(formattedOf(`Loss falls. It is $L$ at  a scale\nof $N$ ${cite}. So $x$.`)).toEqual([
      `It is $L$ at a scale of $N$ ${cited}.`,
    ]);
  });

  it('includes a display formula before it, unless the text after it begins a sentence', () => {
    expect(formattedOf(`First. The loss is\n\n$$\nL = E\n$$\n\nwhere $E$ stays ${cite}. It is small ${cite}.`)).toEqual(
      [`The loss is $L = E$ where $E$ stays ${cited}.`, null],
    );
    expect(formattedOf(`The loss is\n\n$$\nL = E\n$$\n\nIt falls ${cite}.`)).toEqual([null]);
  });

  it('is the row of a table cell, with column headers', () => {
    const table = `| Size | Loss | Remark |\n|---|---|---|\n| small | $L_1$ | |\n| large | | the same ${cite} |`;
    expect(formattedOf(table)).toEqual([`Size: large · Remark: the same ${cited}`]);
  });
});

it('formats a work as RIS', () => {
  const entry = `@inproceedings{doe2020,
  title = {A {{RIS}} of {TeX} \\& more}, author = {van der Doe, Jan and {An Institute}},
  booktitle = {Proceedings}, date = {2020-03-04}, pages = {62--64}, volume = {17}, doi = {10.1000/182},
}`;
  const { library } = parseBibliography([{ path: 'works.bib', text: entry }]);
  expect([...library.values()].map(({ csl }) => formatRis(csl))).toEqual([
    [
      'TY  - CPAPER',
      'ID  - doe2020',
      'TI  - A RIS of TeX & more',
      'AU  - van der Doe, Jan',
      'AU  - An Institute',
      'PY  - 2020',
      'DA  - 2020/03/04',
      'T2  - Proceedings',
      'VL  - 17',
      'SP  - 62',
      'EP  - 64',
      'DO  - 10.1000/182',
      'ER  - \n',
    ].join('\n'),
  ]);
});

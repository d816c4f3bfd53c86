import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printLibrary, parseBibliography } from '../src/engine/bibliography/index.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { plainText } from '../src/engine/model/plain-text.ts';
import { casesOf, fixtures } from './fixture-review.ts';
import { isLong } from './long.ts';

const parse = (text: string) => parseBibliography([{ path: 'bibliography/works.bib', text }]);

describe('a bibliography is parsed into works', () => {
  it.each(casesOf('bibliography'))('%s', async (name) => {
    const folder = join(fixtures, 'bibliography', name);
    const { library, messages } = parse(readFileSync(join(folder, 'input.bib'), 'utf8'));
    const formatted = printLibrary({ library, style: 'apa', locale: 'en-US' });
    const works = [...library.values()].map(
      ({ key, segment, title, names, authorsTruncated, year, doi, arxiv, url, link, bibtex }) => ({
        ...{ key, segment, title, names, authorsTruncated, year, doi, arxiv, url, link },
        short: formatted.get(key)?.short,
        reference: formatted
          .get(key)
          ?.reference.map((node) => plainText(node))
          .join(''),
        bibtex: bibtex.split('\n'),
      }),
    );
    expect(formatMessages(messages)).toBe('');
    await expect(`${JSON.stringify(works, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'works.json'));
  });
});

/** The number of entries, one of which is broken. */
const count = isLong ? 3000 : 500;

const entry = (index: number): string =>
  `@article{work${index},\n  title = {Title ${index} of {Many}},\n  author = {Name${index}, Given},\n  date = {2020},\n  journaltitle = {Journal}\n}\n`;

describe('the parser of bibliographies', () => {
  it.each([
    ['an extra brace', (text: string) => text.replace('{Many}', '{{Many}')],
    ['a missing brace', (text: string) => text.replace('{Many}', 'Many}')],
    ['a missing end', (text: string) => text.replace(/\}\n$/, '\n')],
  ])(`reports %s in one of ${count} entries, and parses the others`, (_, spoil) => {
    const entries = Array.from({ length: count }, (__, index) => (index === 150 ? spoil(entry(index)) : entry(index)));
    const { library, broken, messages } = parse(entries.join('\n'));
    expect(library.size + broken.size).toBe(count);
    expect(library.size).toBe(count - 1);
    expect([...broken]).toEqual(['work150']);
    expect(messages.length).toBe(1);
    expect(messages[0]?.line).toBeGreaterThan(150 * 7);
    expect(messages[0]?.line).toBeLessThan(151 * 7 + 1);
  });

  it('accepts a missing comma', () => {
    const [work] = parse(entry(7).replace('},\n  author', '}\n  author')).library.values();
    expect(work?.names).toEqual(['Given Name7']);
  });

  it('returns frozen works', () => {
    const [work] = parse(entry(1)).library.values();
    expect(Object.isFrozen(work)).toBe(true);
  });
});

describe('BibTeX to copy', () => {
  it('contains only bibliographic fields', () => {
    const hidden = [
      'file',
      'note',
      'annote',
      'annotation',
      'keywords',
      'abstract',
      'owner',
      'timestamp',
      'groups',
      'comment',
      'bdsk-file-1',
    ];
    const fields = hidden.map((name) => `  ${name} = {secret ${name}},`).join('\n');
    const [work] = parse(
      `@article{a,\n  title = {T},\n  author = {A, B},\n  date = {2020},\n${fields}\n  journaltitle = {J}\n}`,
    ).library.values();
    expect(work?.bibtex).not.toContain('secret');
    expect(work?.bibtex).toContain('journaltitle = {J}');
  });
});

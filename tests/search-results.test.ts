import { describe, expect, it } from 'vitest';
import { groupResults, mergeResults, type Result, type Kind, type Strength } from '../src/components/search-results.ts';

const found = (url: string, kind: Kind, strength: Strength, ...sections: string[]): Result => ({
  url,
  kind,
  strength,
  title: url,
  quiet: '',
  excerpt: strength === 'passage' ? [{ text: `passage of ${url}`, isMatch: false }] : [],
  sections: sections.map((section) => ({ url: section, title: section, excerpt: [] })),
});

describe('results by name and passages', () => {
  it('are merged by URL: names first, with the passage, and each section once', () => {
    const merged = mergeResults(
      [found('/a/', 'Essay', 'name', '/a/#one'), found('/glossary/#t', 'Term', 'name')],
      [
        found('/b/', 'Essay', 'passage'),
        found('/a/', 'Essay', 'passage', '/a/#one', '/a/#two'),
        found('/glossary/', 'Page', 'passage', '/glossary/#t'),
      ],
    );
    expect(merged.map(({ url }) => url)).toEqual(['/a/', '/glossary/#t', '/b/']);
    expect(merged[0]?.sections.map(({ url }) => url)).toEqual(['/a/#one', '/a/#two']);
    expect(merged[0]?.excerpt).toEqual([{ text: 'passage of /a/', isMatch: false }]);
  });

  it('are grouped by kind: the strongest group first, groups of passages last', () => {
    const kindsOf = (...results: Result[]): Kind[] => groupResults(results).map(([kind]) => kind);
    const essay = found('/a/', 'Essay', 'passage');
    const finding = found('/a/#find', 'Finding', 'phrase');
    const work = found('/works/w/', 'Work', 'name');
    expect(kindsOf(essay, finding, work)).toEqual(['Work', 'Finding', 'Essay']);
    expect(kindsOf(found('/a/', 'Essay', 'name'), finding, work)).toEqual(['Essay', 'Finding', 'Work']);
    expect(kindsOf(found('/p/', 'Page', 'passage'), essay)).toEqual(['Essay', 'Page']);
    expect(kindsOf()).toEqual([]);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatLlmsText } from '../src/components/llms-text.ts';
import { toLinkedData, toScholarTags } from '../src/components/scholar-tags.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { renderSiteReview } from '../src/engine/render/site/review.ts';
import { fixtures, parseFixture } from './fixture-review.ts';

const base = 'https://example.org/review/';

function readFixture(name: string) {
  const { review } = parseFixture(join(fixtures, 'essays', name));
  if (!review) throw new Error('The fixture gave no review. Read its messages.');
  const strings = stringsOf(review.config.value.locale);
  const site = renderSiteReview(review, {
    library: review.library,
    strings,
    base: '/review/',
    imageOf: (src) => ({ src, original: src }),
  });
  const [essay] = site.sequence;
  if (essay === undefined) throw new Error('The fixture gave no essay. Read its messages.');
  return { site, essay, strings, options: { review: site, base, language: 'en' } };
}

describe('the tags of an essay for indexers', () => {
  it('contain the title, author, date, review, URL and references', () => {
    const { essay, options, site } = readFixture('components');
    const tags = toScholarTags(essay, options);
    const valuesOf = (name: string): string[] => tags.filter(([one]) => one === name).map(([, value]) => value);
    expect(valuesOf('citation_title')).toEqual([essay.frontmatter.title]);
    expect(valuesOf('citation_author')).toEqual([site.authors[0]?.name]);
    expect(valuesOf('citation_publication_date')[0]).toMatch(/^\d{4}\/\d\d\/\d\d$/);
    expect(valuesOf('citation_inbook_title')).toEqual([site.config.title]);
    expect(valuesOf('citation_abstract_html_url')).toEqual([`${base}essays/essay/`]);
    expect(valuesOf('citation_pdf_url')).toEqual([]);
    expect(valuesOf('citation_reference').length).toBe(essay.cites.length);
  });

  it('describe each cited work, even with special characters in its title', () => {
    const { essay, options, site } = readFixture('odd-works');
    const references = toScholarTags(essay, options).flatMap(([name, value]) =>
      name === 'citation_reference' ? [value] : [],
    );
    expect(references.length).toBeGreaterThan(2);
    for (const reference of references)
      for (const part of reference.split('; ')) expect(part).toMatch(/^citation_[a-z_]+=/);
    const titles = essay.cites.map((key) => site.works.find((work) => work.key === key)?.title.replaceAll(';', ','));
    expect(references.map((reference) => /^citation_title=(.*?)(?:; citation_|$)/.exec(reference)?.[1])).toEqual(
      titles,
    );
  });
});

describe('an essay as linked data', () => {
  it('distinguishes people from organisations, and cites works by identifier', () => {
    const { essay, options, site } = readFixture('components');
    const [work] = site.works.filter(({ key }) => essay.cites.includes(key));
    if (work === undefined) throw new Error('The fixture cites nothing. Cite a work in it.');
    const changed = {
      ...site,
      works: [
        {
          ...work,
          names: ['Ada Doe', 'OpenAI'],
          organisations: ['OpenAI'],
          doi: null,
          arxiv: '2001.08361',
          type: 'report',
        },
      ],
    };
    const data = toLinkedData(essay, { ...options, review: changed, picture: `${base}cards/essay.png` });
    expect(data.citation).toEqual([
      {
        '@type': 'Report',
        name: work.title,
        author: [
          { '@type': 'Person', name: 'Ada Doe' },
          { '@type': 'Organization', name: 'OpenAI' },
        ],
        datePublished: String(work.year),
        identifier: 'https://arxiv.org/abs/2001.08361',
      },
    ]);
    expect(data).toMatchObject({ headline: essay.frontmatter.title, image: `${base}cards/essay.png` });
  });
});

describe('llms.txt', () => {
  it('lists essays as Markdown, data and pages', () => {
    const { site, essay, strings } = readFixture('components');
    const text = formatLlmsText(site, { base, strings });
    expect(text).toMatch(/^# .*\n\n> .*\n\n## Essays\n\n- \[/);
    expect(text).toContain(`](${base}essays/${essay.slug}.md): ${essay.frontmatter.description}\n`);
    for (const file of ['review.json', 'evidence.csv', 'rss.xml']) expect(text).toContain(`(${base}${file})`);
    expect(text).not.toContain('about/');
  });

  it('has no list of essays if there are none', () => {
    const { site, strings } = readFixture('components');
    const text = formatLlmsText({ ...site, essays: [], sequence: [], answer: null, works: [] }, { base, strings });
    expect(text).toMatch(/^# .*\n\n> .*\n\n## Data\n/);
  });
});

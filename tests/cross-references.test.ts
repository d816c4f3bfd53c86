import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Essay } from '../src/engine/model/essay.ts';
import { nodesOf } from '../src/engine/model/walk.ts';
import { createParseCache, parseReview, type Sources } from '../src/engine/parse-review.ts';
import { renderForumMarkdown } from '../src/engine/render/forum/index.ts';
import { fixtures, readFixture } from './fixture-review.ts';

const sources = readFixture(join(fixtures, 'essays', 'other-essays'));
const essay = 'content/essays/essay/index.mdx';
const other = 'content/essays/other/index.mdx';

const withText = (path: string, change: (text: string) => string, from = sources): Sources => ({
  ...from,
  texts: new Map([...from.texts, [path, change(from.texts.get(path) ?? '')]]),
});

function parse(from: Sources, cache = createParseCache()) {
  const { review } = parseReview(from, cache);
  const parsed = review?.essays.find(({ slug }) => slug === 'essay');
  if (!review || !parsed) throw new Error('The fixture gave no essay.');
  return { review, essay: parsed };
}

const saidIn = ({ tree }: Essay): string[] => nodesOf(tree, 'crossReference').map(({ value }) => value);

describe('a reference to a part of another essay', () => {
  it.each([
    [
      'number',
      '<Table id="tab-laws">',
      '<Table id="tab-first">\n\n| a |\n|---|\n\nA.\n\n</Table>\n\n<Table id="tab-laws">',
      'Table 2 of “On data”',
    ],
    ['heading', '## Limits', '### Limits', '“Limits” of “On data”'],
    ['title', 'title: On data', 'title: On size', 'Lemma 1 of “On size”'],
    ['kind', 'kind="lemma"', 'kind="theorem"', 'Theorem 1 of “On data”'],
  ])('shows the current %s, and the content hash changes with the shown text', (_, before, after, said) => {
    const cache = createParseCache();
    const first = parse(sources, cache).essay;
    const changed = withText(other, (text) => text.replace(before, after));
    const second = parse(changed, cache).essay;
    expect(saidIn(second)).toContain(said);
    expect(saidIn(second)).toEqual(saidIn(parse(changed).essay));
    expect(second === first).toBe(before === '## Limits');
    expect(second.contentHash === first.contentHash).toBe(before === '## Limits');
  });

  it('is resolved again once its target is restored', () => {
    const cache = createParseCache();
    const before = saidIn(parse(sources, cache).essay);
    const without = withText(other, (text) => text.replace('id="find-data"', 'id="find-none"'));
    expect(saidIn(parse(without, cache).essay)).toContain('');
    expect(saidIn(parse(sources, cache).essay)).toEqual(before);
  });

  it('is resolved in headings and citing sentences', () => {
    const from = withText(
      essay,
      (text) => `${text}\n## By [](other#eq-loss)\n\nSo [](other#limits) says [@kaplan2020scaling].\n`,
    );
    const { headings, citedAt } = parse(from).essay;
    expect(headings.at(-1)?.text).toBe('By Equation 1 of “On data”');
    expect(citedAt.at(-1)).toMatchObject({
      sentence: 'So “Limits” of “On data” says (Kaplan et al., 2020).',
      normal: 'So [](other#limits) says [@kaplan2020scaling].',
    });
  });

  it('is in the language of the review', () => {
    const german = withText('content/review.yaml', (text) => `${text}locale: de-DE\n`);
    expect(saidIn(parse(german).essay)).toEqual(
      expect.arrayContaining(['Gleichung 1 in „On data“', '„Limits“ in „On data“', 'Abbildung 1', '„Limits“']),
    );
  });

  it('leads from a post to the site, because other posts have no anchors', () => {
    const { review, essay: parsed } = parse(sources);
    const posts = new Map([['other', 'https://www.lesswrong.com/posts/other']]);
    const markdown = renderForumMarkdown(parsed, { config: review.config.value, library: review.library, posts });
    expect(markdown).toContain('[Table 1 of “On data”](https://example.org/review/essays/other/#tab-laws)');
    expect(markdown).not.toContain('lesswrong');
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { levelOf } from '../src/engine/model/message.ts';
import { nodesOf } from '../src/engine/model/walk.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { plainText } from '../src/engine/model/plain-text.ts';
import { parseFixture } from './fixture-review.ts';
import { createRandom } from './random.ts';

const cache = createParseCache();
const bib = ['smith04', 'doe:99', "o'neil2016", 'a.b_c-d+e', 'DBLP:conf/x.1', 'Foo_bar.baz']
  .map(
    (key, index) =>
      `@article{${key}, title = {Title ${index}}, author = {Name${index}, A.}, date = {${2000 + index}}, journaltitle = {J}}`,
  )
  .join('\n');

function parse(text: string): { tree: Root; rules: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'alignment-review-citations-'));
  writeFileSync(join(folder, 'input.mdx'), text);
  writeFileSync(join(folder, 'works.bib'), bib);
  const { review, messages } = parseFixture(folder, cache);
  const errors = messages.filter((message) => levelOf(message) === 'error');
  return {
    tree: review?.essays.find(({ slug }) => slug === 'essay')?.tree ?? { type: 'root', children: [] },
    rules: errors.map(({ ruleId }) => ruleId ?? ''),
  };
}

/**
 * Formats the citations of a tree as `mode: prefix|key|locator|suffix; …`, with `-` before a key whose author is
 * omitted.
 */
function citationsOf(tree: Root): string[] {
  return nodesOf(tree, 'citation').map(({ mode, items }) => {
    const parts = items.map(({ key, prefix, suffix, locator, suppressAuthor }) =>
      [
        prefix
          .map((node) => plainText(node))
          .join('')
          .trim(),
        `${suppressAuthor ? '-' : ''}${key}`,
        locator === null ? '' : `${locator.label} ${locator.value}`,
        suffix.map((node) => plainText(node)).join(''),
      ].join('|'),
    );
    return `${mode}: ${parts.join('; ')}`;
  });
}

describe('citations are parsed as by Pandoc', () => {
  it.each([
    ['Blah [@smith04].', ['parenthetical: |smith04||']],
    [
      'Blah [see @doe:99, pp. 33-35 and *passim*; @smith04, ch. 1].',
      ['parenthetical: see|doe:99|page 33-35| and passim; |smith04|chapter 1|'],
    ],
    ['Smith says [-@smith04].', ['parenthetical: |-smith04||']],
    ['A page [@smith04 33].', ['parenthetical: |smith04|page 33|']],
    ['Pages [@smith04 33-35, 40 and *passim*].', ['parenthetical: |smith04|page 33-35, 40| and passim']],
    ['Roman [@smith04 xii; @doe:99 and after].', ['parenthetical: |smith04|page xii|; |doe:99|| and after']],
    [
      'As in [@smith04, i.e. the first; @doe:99 c. 1990].',
      ['parenthetical: |smith04||, i.e. the first; |doe:99|| c. 1990'],
    ],
    [
      'As @smith04 [33-35] says, and @doe:99 [33, with care].',
      ['narrative: |smith04|page 33-35|', 'narrative: |doe:99|page 33|, with care'],
    ],
    ['@smith04 says blah.', ['narrative: |smith04||']],
    ['@smith04 [p. 33] says blah.', ['narrative: |smith04|page 33|']],
    [
      '@smith04 [p. 30, with suffix; see also @doe:99] says.',
      ['narrative: |smith04|page 30|, with suffix; see also|doe:99||'],
    ],
    ['-@smith04 says.', ['narrative: |-smith04||']],
    [
      "A key in braces [@{DBLP:conf/x.1}] and @{o'neil2016}.",
      ['parenthetical: |DBLP:conf/x.1||', "narrative: |o'neil2016||"],
    ],
    ['Ends at a stop @Foo_bar.baz.', ['narrative: |Foo_bar.baz||']],
    ['Two commas [@smith04, sec. 3, 4].', ['parenthetical: |smith04|section 3, 4|']],
    [
      'A locator in braces [@smith04{ii, A, D-Z}, with a suffix].',
      ['parenthetical: |smith04|page ii, A, D-Z|, with a suffix'],
    ],
    ['A suffix that is no page [@smith04, as they say].', ['parenthetical: |smith04||, as they say']],
    ['A link in a suffix [@smith04, and [here](https://example.org/@x)].', ['parenthetical: |smith04||, and here']],
    ['**[@smith04]** and *@doe:99*', ['parenthetical: |smith04||', 'narrative: |doe:99||']],
    [
      'A footnote right behind [@smith04][^a] and @doe:99 [p. 3][^a]\n\n[^a]: A note.',
      ['parenthetical: |smith04||', 'narrative: |doe:99|page 3|'],
    ],
    ['Two brackets in a row [@smith04][-@doe:99].', ['parenthetical: |smith04||', 'parenthetical: |-doe:99||']],
    ['A colon right behind [@smith04]: so it says.', ['parenthetical: |smith04||']],
    ['Key with symbols [@a.b_c-d+e].', ['parenthetical: |a.b_c-d+e||']],
  ])('%s', (text, citations) => {
    expect(citationsOf(parse(text).tree)).toEqual(citations);
  });

  it.each([
    'someone@example.org',
    'https://mastodon.social/@someone',
    '[text](https://example.org/@someone)',
    '\\@smith04',
    '`@smith04`',
    '$x_@$',
    'a@smith04',
    '@ smith04',
    '```\n[@smith04]\n```',
  ])('%s is not a citation', (text) => {
    const { tree, rules } = parse(`${text}\n`);
    expect(citationsOf(tree)).toEqual([]);
    expect(rules.filter((rule) => /work|citation/.test(rule))).toEqual([]);
  });
});

describe('random text with citations', () => {
  const pieces = [
    '[',
    ']',
    '(',
    ')',
    '@',
    '-',
    ';',
    ',',
    '{',
    '}',
    ' ',
    'smith04',
    'doe:99',
    'p. 3',
    '*',
    '_',
    '`',
    '\\',
    '!',
    '^',
    '|',
    '\n',
    '\n\n',
    'word',
    '.',
    'é',
    '[@smith04]',
    '$x$',
  ];

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('seed %i: has an error, or does not lose its key', (seed) => {
    const random = createRandom(seed);
    const text = Array.from({ length: 25 }, () => pieces[random(pieces.length)] ?? '').join('');
    const { tree, rules } = parse(text);
    if (rules.length > 0) return;
    const written = [...text.replace(/\\./gs, '').matchAll(/smith04/g)].length;
    const kept = [
      ...JSON.stringify(tree, (name, value: unknown) =>
        name === 'children' ||
        name === 'items' ||
        name === 'value' ||
        name === 'key' ||
        name === 'prefix' ||
        name === 'suffix' ||
        name === 'locator' ||
        /^\d*$/.test(name)
          ? value
          : undefined,
      ).matchAll(/smith04/g),
    ].length;
    expect(kept).toBeGreaterThanOrEqual(written > 0 ? 1 : 0);
  });
});

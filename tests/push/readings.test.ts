import { describe, expect, it } from 'vitest';
import { parseDraftLink, parseDraftPage } from '../../src/remote/forum/draft-page.ts';
import { prefixOf } from '../../src/remote/forum/locate.ts';
import { diffPosts } from '../../src/remote/forum/meaning.ts';
import { parsePublished } from '../../src/remote/forum/published.ts';
import { splitBlocks } from '../../src/remote/forum/split-blocks.ts';
import { insideOf, unitsOfMarkdown } from '../../src/remote/forum/units.ts';
import { publicForums } from '../../src/remote/forum/world.ts';

const site = publicForums.lesswrong;
const page = (body: string, after = '') =>
  `Title: A title\n\nPost ID: \`a\`\n\n* * *\n\n${body}\n\n* * *\n\n${after}* * *\n\nNavigation\n----------\n\n*   [Home](/)`;
const readBody = (text: string) => parseDraftPage(text, { site, id: 'a', key: 'k' });

describe('the page of a draft', () => {
  it.each([
    ['a body', 'Words.', 'Words.'],
    ['no body', '', ''],
    ['a body with rules in it', 'One.\n\n* * *\n\nTwo.\n\n---\n\nThree.', 'One.\n\n* * *\n\nTwo.\n\n---\n\nThree.'],
    ['a body with an underlined heading', 'Heading\n---\n\nWords.', 'Heading\n---\n\nWords.'],
  ])('%s', (_, body, expected) => {
    expect(readBody(page(body))).toMatchObject({ title: 'A title', markdown: expected, threads: '' });
    const threads =
      '## Comment Threads\n\n1 open thread. To reply: POST …\n\n### Thread `x` · comment\n**Ada** (2026-01-01, 10:00): Why?\n\n* * *\n\n';
    expect(readBody(page(body, threads))).toMatchObject({
      markdown: expected,
      threads: expect.stringContaining('Why?'),
    });
  });

  it('may speak of comment threads', () => {
    expect(readBody(page('## Comment Threads\n\nThey are open.')).markdown).toBe(
      '## Comment Threads\n\nThey are open.',
    );
  });
});

describe('the edit link of a draft', () => {
  it('gives the forum, the draft and the key', () => {
    expect(parseDraftLink('https://lesswrong.com/editPost?postId=abc&key=k-1&version=2', publicForums)).toEqual({
      forum: 'lesswrong',
      id: 'abc',
      key: 'k-1',
    });
    expect(parseDraftLink('https://forum.effectivealtruism.org/editPost?postId=abc&key=k', publicForums).forum).toBe(
      'eaforum',
    );
  });
});

describe('the page of a published post', () => {
  const facts =
    '*   By [Ada](/users/ada)\n*   Post URL (HTML): [/posts/a/slug](/posts/a/slug)\n*   Post URL (Markdown): [/api/post/slug](/api/post/slug)';
  it('gives title, text and address, without facts, comments and navigation', () => {
    const text = `A title with \\* in it\n\n${facts}\n\nFirst.\n\nNavigation\n==========\n\nLast.\n\nTop Comments Index\n------------------\n\n*   A comment\n\nNavigation\n----------\n\n*   [Home](/)`;
    expect(parsePublished(text, { id: 'a', site })).toEqual({
      title: 'A title with * in it',
      markdown: 'First.\n\nNavigation\n==========\n\nLast.',
      url: 'https://www.lesswrong.com/posts/a/slug',
    });
  });

  it('is none where it is a draft, and an error where it is another page', () => {
    expect(parsePublished(`[Draft] A title\n\n${facts}\n\nFirst.`, { id: 'a', site })).toBe(null);
    expect(() => parsePublished('Another page\n\nWords.', { id: 'a', site })).toThrow('in a form that is not known');
  });
});

describe('a post in blocks', () => {
  it('keeps model-written blocks, sections, code and footnotes whole', () => {
    const markdown = [
      'First.[^a]',
      '%%% llm-output model="M"\n\n## Heading\n\nWords.\n\n%%% /llm-output',
      '+++ A section\n\nInside.\n\n+++',
      '```\n%%% llm-output model="M"\n\n+++ no section\n```',
      '- one\n\n- two',
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
      '$$x$$',
      'Heading\n---',
      '[^a]: A footnote\n\n    in two paragraphs.',
    ];
    const { blocks, footnotes } = splitBlocks(markdown.join('\n\n'));
    expect(blocks).toEqual(markdown.slice(0, -1));
    expect([...footnotes]).toEqual([['a', markdown.at(-1)]]);
  });

  it('is the same block whatever its footnotes are called and however it is written', () => {
    const [a] = unitsOfMarkdown('Words *here* for $5.[^1]\n\n[^1]: A **note**.');
    const [b] = unitsOfMarkdown('Words _here_ for \\$5.[^xyz]\n\nOther.[^2]\n\n[^2]: Another.\n\n[^xyz]: A __note__.');
    expect(a?.key).toBe(b?.key);
  });

  it('keeps the formulas of its footnotes', () => {
    const [, block] = unitsOfMarkdown(
      'First.\n\n%%% llm-output model="M"\n\nWords.[^1]\n\n%%% /llm-output\n\n[^1]: So $$x$$ and $& too.',
    );
    expect(block === undefined ? null : insideOf(block)).toBe('Words.[^1]\n\n[^1]: So $$x$$ and $& too.');
  });
});

describe('the start that tells a block', () => {
  const prefix = (markdown: string, ...others: string[]) => {
    const [unit] = unitsOfMarkdown(markdown);
    return unit === undefined
      ? null
      : prefixOf(
          unit,
          others.flatMap((other) => unitsOfMarkdown(other)),
        );
  };
  it.each([
    [
      'is short where that is enough',
      'The first words of a long paragraph about something.',
      ['Another paragraph.'],
      'The first words of a long',
    ],
    [
      'grows until no other block starts so',
      'One two three four five six seven eight nine.',
      ['One two three four five six seven eleven.'],
      'One two three four five six seven eight',
    ],
    ['heeds the items of lists', 'One limit.', ['* One limit. And more'], null],
    ['does not tell capitals and quotation marks apart', '“One” is ours', ['"one" is ours too'], null],
    [
      'tells model-written blocks by their words',
      '%%% llm-output model="M"\n\nFirst words.\n\n%%% /llm-output',
      ['%%% llm-output model="M"\n\nSecond words.\n\n%%% /llm-output'],
      '%%% llm-output model="M"\n\nFirst words.\n\n%%%',
    ],
    ['is none among twins', 'Twins.', ['Twins.'], null],
  ])('%s', (_, markdown, others, expected) => {
    expect(prefix(markdown, ...others)).toBe(expected);
  });
});

describe('a diff of posts', () => {
  it('compares what a reader takes, and not how it is written', () => {
    const a = { name: 'a', title: 'T', markdown: '## Heading\n\n- *one*\n- two' };
    expect(diffPosts(a, { name: 'b', title: 'T', markdown: 'Heading\n-------\n\n*   _one_\n*   two' })).toBe('');
    expect(diffPosts(a, { name: 'b', title: 'U', markdown: '## Heading\n\n- *one*\n- three' })).toBe(
      '--- a\n+++ b\n@@ -1,4 +1,4 @@\n-# T\n+# U\n ## Heading\n [item] *one*\n-[item] two\n+[item] three\n',
    );
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Essay } from '../src/engine/model/essay.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { renderForumHtml, renderForumMarkdown } from '../src/engine/render/forum/index.ts';
import { comparePost, convertHtml, convertMarkdown, type PostContext } from '../src/forum-model/index.ts';
import { fixtures, parseFixture } from './fixture-review.ts';
import { isLong } from './long.ts';
import { createRandom } from './random.ts';

describe('Markdown is converted as by the forum', () => {
  it.each([
    ['math in dollars', '$x<y$', '<p><span class="MathJax" role="inline">x&lt;y</span></p>'],
    ['math in brackets', '\\\\(a\\$\\\\)', '<p><span class="MathJax" role="inline">a\\$</span></p>'],
    ['display math', '$$x$$', '<p><span class="MathJax" role="display">x</span></p>'],
    ['a digit after the dollar as a price', '$5 and $10', '<p>$5 and $10</p>'],
    ['a space before the closing dollar as plain text', '$5 and $x', '<p>$5 and $x</p>'],
    ['an escaped dollar as a dollar', '\\$x\\$', '<p>$x$</p>'],
    ['a formula that a list splits, as plain text', '$$\na\n- b\n$$', '<p>$$\na</p>\n<ul>\n<li>b\n$$</li>\n</ul>'],
    ['subscripts and superscripts', '~x~ ^y^', '<p><sub>x</sub> <sup>y</sup></p>'],
    ['raw HTML as text', '<b>x</b>', '<p>&lt;b&gt;x&lt;/b&gt;</p>'],
    ['a bare domain as a link', 'example.com', '<p><a href="http://example.com">example.com</a></p>'],
    ['a spoiler', '>! hidden', '<div class="spoilers"><p>hidden</p>\n</div>'],
    ['a container', ':::spoiler\nx\n:::', '<div class="spoiler">\n<p>x</p>\n</div>'],
    [
      'model-written text',
      '%%% llm-output model="M"\n\nx\n\n%%% /llm-output',
      '<div class="llm-content-block" data-model-name="M">\n<div class="llm-content-block-content">\n<p>x</p>\n</div>\n</div>',
    ],
    [
      'model-written text without an end marker, up to the end of the post',
      '%%% llm-output model="M"\n\nx',
      '<div class="llm-content-block" data-model-name="M">\n<div class="llm-content-block-content">\n<p>x</p>\n</div>\n</div>',
    ],
    [
      'a collapsible section with a formula',
      '+++ T\n\n$x$\n\n+++',
      '<details class="detailsBlock"><summary class="detailsBlockTitle">T</summary><div class="detailsBlockContent"><p><span class="MathJax" role="inline">x</span></p>\n</div></details>',
    ],
    [
      'a section title that begins with a hash as a heading',
      '+++ # T\n\nx\n\n+++',
      '<details class="detailsBlock"><summary class="detailsBlockTitle"><h1>T</h1>\n</summary><div class="detailsBlockContent"><p>x</p>\n</div></details>',
    ],
    ['an empty section as text', '+++ T\n\n+++', '<p>+++ T</p>\n<p>+++</p>'],
    ['no empty paragraph at the end', 'x\n\n&#32;', '<p>x</p>'],
    ['a section without a title as text', '+++ +++\n\nx\n\n+++', '<p>+++ +++</p>\n<p>x</p>\n<p>+++</p>'],
  ])('%s', (_, markdown, html) => {
    expect(convertMarkdown(markdown).trim()).toBe(html);
  });
});

describe('HTML that the forum converts contains', () => {
  it.each([
    ['no ids of headings', '<h2 id="a" class="b">A</h2>', '<h2>A</h2>'],
    [
      'frames of exactly listed hosts',
      '<iframe src="https://metaculus.com/a"></iframe>',
      '<iframe src="https://metaculus.com/a"></iframe>',
    ],
    ['no frames of other hosts', '<iframe src="https://www.metaculus.com/a"></iframe>', ''],
    ['no styles, scripts or SVG elements', '<style>a</style><script>b</script><svg><path/></svg><p>c</p>', '<p>c</p>'],
    [
      'the alignment of cells, only as a style',
      '<table><tbody><tr><td align="right" style="text-align:right">1</td></tr></tbody></table>',
      '<table><tbody><tr><td style="text-align: right;">1</td></tr></tbody></table>',
    ],
    [
      'math that MathJax finds in text',
      '<p>\\(x\\) $$y$$ \\$</p>',
      '<p><span class="MathJax" role="inline">x</span> <span class="MathJax" role="display">y</span> <span>$</span></p>',
    ],
    [
      'math that MathJax rejects, as an error',
      '<p>\\(\\nonsense\\)</p>',
      '<p><span class="MathJax-error" role="inline">\\nonsense</span></p>',
    ],
    [
      'the language of code, only on `pre`',
      '<pre class="code-block" data-language="python"><code class="language-python">x</code></pre>',
      '<pre class="code-block" data-language="python"><code>x</code></pre>',
    ],
    [
      'only listed classes',
      '<div class="llm-content-block mine"><p class="mine">x</p><ol class="footnotes mine"></ol></div>',
      '<div class="llm-content-block"><p>x</p><ol class="footnotes"></ol></div>',
    ],
    [
      'a Manifold market in its preview box',
      '<div class="manifold-preview" data-manifold-slug="a/b" data-manifold-id="a/b"></div>',
      '<div class="manifold-preview" data-manifold-slug="a/b"></div>',
    ],
    ['code without math', '<p><code>\\(x\\)</code></p>', '<p><code>\\(x\\)</code></p>'],
  ])('%s', (_, html, kept) => {
    expect(convertHtml(html).replace(/text-align:\s*right;?/, 'text-align: right;')).toBe(kept);
  });
});

type Case = { essay: Essay; context: PostContext };

const cache = createParseCache();

function readEssay(text: string): Case {
  const folder = mkdtempSync(join(tmpdir(), 'alignment-review-post-'));
  writeFileSync(join(folder, 'input.mdx'), text);
  return caseOf(folder);
}

function caseOf(folder: string): Case {
  const { review, messages } = parseFixture(folder, cache);
  const essay = review?.essays.find(({ slug }) => slug === 'essay');
  if (!review || !essay) throw new Error(`The essay cannot be read: ${messages.join('; ')}. Fix the test.`);
  return { essay, context: { config: review.config.value, library: review.library, format: 'Markdown' } };
}

const reasons = (differences: { reason: string }[]): string[] => differences.map(({ reason }) => reason);

describe('comparing a post with its essay', () => {
  const { essay, context } = caseOf(join(fixtures, 'essays', 'forum-syntax'));
  const markdown = renderForumMarkdown(essay, context);
  const html = renderForumHtml(essay, context);
  const inMarkdown = (from: string, to: string) =>
    reasons(comparePost(essay, convertMarkdown(markdown.replace(from, to)), context));
  const inHtml = (from: string, to: string) =>
    reasons(comparePost(essay, convertHtml(html.replace(from, to)), { ...context, format: 'HTML' }));

  it('finds no difference in an unchanged post', () => {
    expect(inMarkdown('', '')).toEqual([]);
    expect(inHtml('', '')).toEqual([]);
  });

  it.each([
    ['a lost heading', '## Formulas\n', '', 'Missing the heading 2 “Formulas”: expected it in the post'],
    [
      'a heading of another depth',
      '## Formulas',
      '### Formulas',
      'Invalid block: found the heading 3 “Formulas”, expected the heading 2 “Formulas”',
    ],
    [
      'a changed formula',
      '$a_b * c_d$',
      '$a_b c_d$',
      'Invalid text `‹formula a_b c_d›` in the paragraph “Inline ‹formula a_b * c_d›, ‹formula \\$5›, ‹formula …”: expected `‹formula a_b * c_d›`',
    ],
    ['a digit that breaks a formula', '$x$;', '$x$5;', null],
    [
      'a changed cell',
      '`a\\|b`',
      '`a`',
      'Invalid text `‹code a›` in the cell in row 2, column 3 “‹code a|b›”: expected `‹code a|b›`',
    ],
    ['a footnote without its text', '[^1]: From a cell.', '', null],
    ['a link to another URL', 'x_y_z)', 'x_y)', null],
    [
      'a citation without its link',
      '([Kaplan et al., 2020, p. 3](https://arxiv.org/abs/2001.08361))',
      '(Kaplan et al., 2020, p. 3)',
      null,
    ],
    ['an unescaped tilde', 'Two \\~human-level systems, \\~superhuman', 'Two ~human-level~ ~superhuman', null],
    ['a domain that becomes a link', 'example.\u2060com', 'example.com', null],
    [
      'an added paragraph',
      '## Formulas',
      'Buy now.\n\n## Formulas',
      'Invalid block: found the paragraph “Buy now.”, which the essay does not have',
    ],
    ['dollars that become a formula', '\\$\u2060\\$x\\$\u2060\\$', '$$x$$', null],
  ])('reports %s', (_, from, to, reason) => {
    expect(markdown).toContain(from);
    const told = inMarkdown(from, to);
    expect(told.length).toBeGreaterThan(0);
    if (reason !== null) expect(told).toEqual([reason]);
  });

  it.each([
    ['a broken link back from a footnote', 'href="#fnref1"', 'href="#fnref9"'],
    ['a broken link to a footnote', 'href="#fn1"', 'href="#fn9"'],
    ['struck-through text as an edit', '<s>', '<del>'],
    ['a formula that MathJax rejects', 'p \\lt q', 'p \\nonsense q'],
  ])('reports %s', (_, from, to) => {
    expect(html).toContain(from);
    expect(inHtml(from, to)).not.toEqual([]);
  });

  it('reports a footnote that is referenced twice, because its second back link is broken', () => {
    const called = convertMarkdown('A[^1] and B[^1].\n\n[^1]: Note.');
    expect(called).toContain('>[1:1]</a>');
    expect(called.match(/id="fnref1"/g)?.length).toBe(2);
    expect(called).toContain('href="#fnref1:1"');
    expect(inMarkdown('[^2]', '[^1]')).not.toEqual([]);
  });

  it('reports the position in the essay', () => {
    const [difference] = comparePost(essay, convertMarkdown(markdown.replace('## Formulas\n', '')), context);
    const heading = essay.tree.children.find((node) => node.type === 'heading' && node.position?.start.line !== 11);
    expect(difference?.position?.start.line).toBeGreaterThan(heading?.position?.start.line ?? 0);
  });
});

const words = [
  'loss',
  '~40',
  '\\$5',
  'x^2',
  '10%',
  '+++',
  '%%%',
  ':::',
  '1.',
  '2)',
  '\\#',
  '\\>!',
  '\\|',
  '\\*',
  '\\_',
  'a_b',
  'example.com',
  '\\`',
  '&',
  'e.g.',
  '\\\\(',
  '\\$\\$',
  '“q”',
  '--',
  '=',
  '!',
];
const pieces = [
  '$x_1$',
  '$a \\mid b$',
  '`c $d$`',
  '*it*',
  '**bold**',
  '~~gone~~',
  '[@kaplan2020scaling]',
  '@kaplan2020scaling',
  '[a link](https://example.org/a_b?c=d)',
  '<Note>aside</Note>',
  '[^n]',
];

function writeEssay(random: (n: number) => number): string {
  const pick = (list: readonly string[]) => list[random(list.length)] ?? '';
  const sentence = () =>
    `Words ${Array.from({ length: 3 + random(9) }, () => pick(random(3) === 0 ? pieces : words)).join(' ')} end.`;
  const shapes = [
    () => sentence(),
    () => `## Heading ${sentence()}`,
    () => `- ${sentence()}\n- ${sentence()}\n\n  ${sentence()}`,
    () => `3. ${sentence()}\n4. ${sentence()}`,
    () => `> ${sentence()}\n>\n> - ${sentence()}`,
    () =>
      `| ${sentence().replaceAll('|', '\\|').replaceAll('\\\\|', '\\|')} | b |\n| --- | --: |\n| ${pick(pieces)} | ${pick(pieces)} |`,
    () => `$$\n\\begin{aligned}\na &= b \\\\\n- c &> d\n\\end{aligned}\n$$`,
    () => `\`\`\`\n${pick(words)}\n\`\`\``,
    () => `<Details summary="A section">\n\n${sentence()}\n\n</Details>`,
    () => `<Callout kind="caution">\n\n${sentence()}\n\n</Callout>`,
    () => `<Equation id="eq-${random(1e9)}">\n\n$$\nx = 1\n$$\n\n</Equation>`,
    () => `<Theorem id="thm-${random(1e9)}" kind="lemma">\n\n${sentence()}\n\n</Theorem>`,
  ];
  const blocks = Array.from({ length: 2 + random(8) }, () => shapes[random(shapes.length)]?.() ?? '');
  const called = blocks.join('\n\n');
  return called.includes('[^n]') ? `${called}\n\n[^n]: A note with $y$ and ${pick(words)}.\n` : `${called}\n`;
}

describe('the forum converts random essays without loss', () => {
  it.each(Array.from({ length: isLong ? 40 : 12 }, (_, seed) => seed))('seed %i', (seed) => {
    const text = writeEssay(createRandom(seed));
    const { essay, context } = readEssay(text);
    const lost = comparePost(essay, convertMarkdown(renderForumMarkdown(essay, context)), context);
    const lostInHtml = comparePost(essay, convertHtml(renderForumHtml(essay, context)), { ...context, format: 'HTML' });
    expect({ text, lost: reasons(lost), lostInHtml: reasons(lostInHtml) }).toEqual({
      text,
      lost: [],
      lostInHtml: [],
    });
  });
});

import fc, { type Arbitrary } from 'fast-check';
import { certainties, directions, reasonNames } from '../src/engine/model/certainty.ts';

/** Text that forums, MathJax, Markdown or MDX might parse as syntax. In an essay, each is plain text. */
const hostile = [
  '_',
  '*',
  '**',
  '$',
  '$5',
  '$$',
  '~',
  '~40%',
  '~~',
  '^',
  '^2^',
  '|',
  '||',
  '<',
  '<b>',
  '</span>',
  '<!--',
  '[x]',
  '[^1]',
  '^[a]',
  '[a](b)',
  '![a](b)',
  '+',
  '++',
  '+++',
  '++>',
  '%',
  '%%%',
  '%%% llm-output model="M"',
  '%%% /llm-output',
  '>!',
  '>',
  ':',
  '::',
  ':::',
  ':::spoiler',
  '#',
  '##',
  '-',
  '--',
  '---',
  '=',
  '===',
  '1.',
  '1)',
  '12.',
  '2024.',
  '0',
  '5',
  '`',
  '``',
  '```',
  '~~~',
  '\\',
  '\\\\',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '\\(x\\)',
  '\\[x\\]',
  '\\\\(x\\\\)',
  '$x$',
  '$$x$$',
  '\\$',
  '\\begin{x}',
  '\\end{x}',
  '\\ref{x}',
  '\\eqref{x}',
  '&',
  '&amp;',
  '&lt;',
  '&#91;',
  '{',
  '}',
  '@',
  '@key',
  '[@key]',
  '-@key',
  '(',
  ')',
  '!',
  '"',
  "'",
  '/',
  '//',
  '///',
  '?',
  ';',
  ',',
  '.',
  '…',
  'example.com',
  'README.md',
  'www.example.org',
  'http://example.net/a_b',
  'https://',
  'ftp://x.org',
  'mailto:a@b.org',
  'someone@example.org',
  '//example.com/x',
  'a.b@c.d',
  'snake_case_name',
  'a*b*c',
  'x^2',
  'H~2~O',
  'e.g.',
  '\u00a0',
  '\u2060',
  '“q”',
  '„q“',
  '—',
  '😀',
  '👩‍🔬',
  '🇬🇧',
  'é',
  'e\u0301',
  'שלום',
  'مرحبا',
  '漢字',
  '\u200f',
  'ß',
  'ﬁ',
  '→',
];

const plain = [
  'loss',
  'the',
  'model',
  'of',
  'compute',
  'Scaling',
  'laws',
  'a',
  'word',
  'falls',
  'I',
  'x',
  'alignment',
  'with',
  'n',
];

const punctuation = Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

/** Formulas of each shape that authors write, without dollars. */
const formulas = [
  'x',
  'x_1',
  'a_b * c_d',
  'x^2',
  'p < q',
  'p > q',
  'a \\& b',
  'a \\mid b',
  '|x|',
  '\\|x\\|',
  '\\left|x\\right|',
  '\\{a, b\\}',
  '\\text{if } x',
  '\\text{costs } \\$5',
  '\\frac{a}{b}',
  'f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}',
  'a~b',
  'a\\ b',
  "f'",
  '5',
  '5\\%',
  '\\mathbb{E}[x]',
  '[a](b)',
  '*a*',
  '_a',
  '`',
  'a % b',
  '\\sum_{i=1}^{n} x_i',
  '\\alpha',
  'x!',
  '#1'.slice(1),
  '\\begin{array}{c|c} a & b \\end{array}',
  '\\hat{y}',
  '\\langle a \\rangle',
  'a:b',
  'a+++b',
  '10^{-3}',
];

const displays = [
  'x + y',
  '\\begin{aligned}\na &= b \\\\\n- c &> d\n\\end{aligned}',
  'a\n= b',
  'a\n+ b\n- c',
  'a % a comment\n  b',
  '\\text{costs } \\$5',
  '|x|\n> y',
  '1. x',
  '\\# x',
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
  'a \\tag{1}',
  'L(N) = \\left(\\frac{N_c}{N}\\right)^{\\alpha_N}',
  '\\begin{cases}\n  1 & x > 0 \\\\\n\n  0\n\\end{cases}'.replace('\n\n', '\n'),
  '    x',
  '* x',
  '\\[0.5em] x'.replace('\\[', '\\\\['),
];

/** Formulas without their own number. */
const unnumbered = displays.filter((tex) => !tex.includes('\\tag'));

const codes = [
  'x',
  'a_b',
  '$x$',
  '$5',
  '~y~',
  '`',
  '``',
  'a `b` c',
  '|',
  '\\',
  '\\(x\\)',
  '<b>',
  '*a*',
  '[x]',
  ' x ',
  '{x}',
  '@key',
  'https://example.org',
  '^',
  '&amp;',
  '%%% /llm-output',
  '+++',
];

const addresses = [
  'https://example.org',
  'https://example.org/a_b_c',
  'https://example.org/a_(b)',
  'https://example.org/~user/?q=a*b*c&d=e',
  'https://example.org/$x$',
  'https://example.org/a%20b',
  'https://example.org/#a',
  'https://example.org/a|b'.replace('|', '%7C'),
  'mailto:a@example.org',
  '/essays/essay/',
  '/works/',
  '#references',
  'https://example.org/é',
  'https://en.wikipedia.org/wiki/X^2',
  "https://example.org/it's",
];

const clusters = [
  '[@kaplan2020scaling]',
  '@kaplan2020scaling',
  '[see @kaplan2020scaling, p. 3]',
  '[-@kaplan2020scaling]',
  '@kaplan2020scaling [ch. 2]',
  '[@kaplan2020scaling, pp. 3–5, and *more*]',
];

/** Escapes text so that every character is literal. */
const escape = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

const oneOf = (...values: readonly string[]): Arbitrary<string> => fc.constantFrom(...values);

type Weighted = { weight: number; arbitrary: Arbitrary<string> };

const joined = (
  parts: Arbitrary<string>,
  { by, min, max }: { by: string; min: number; max: number },
): Arbitrary<string> => fc.array(parts, { minLength: min, maxLength: max }).map((list) => list.join(by));

const word: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: oneOf(...plain) },
  { weight: 4, arbitrary: oneOf(...hostile).map(escape) },
  { weight: 1, arbitrary: joined(oneOf(...punctuation), { by: '', min: 1, max: 5 }).map(escape) },
  {
    weight: 1,
    arbitrary: joined(oneOf(...punctuation, 'a', 'b', '1', ' ', 'é'), { by: '', min: 2, max: 9 }).map((text) =>
      escape(text.trim() || '.'),
    ),
  },
  // Unescaped text that Markdown also treats as plain text.
  {
    weight: 1,
    arbitrary: oneOf(
      'snake_case',
      '~40%',
      'a~b',
      '2 * 3 * 4',
      'e.g.',
      '10%',
      'x^2',
      'example.com',
      'AT&T',
      'a | b',
      '1.5',
      'https://example.org/a_b',
      'www.example.org',
      '5)',
      'it’s',
      'C++',
      '!',
      '%%',
    ),
  },
);

const words = joined(word, { by: ' ', min: 1, max: 5 });

const attribute = joined(oneOf(...plain, ...hostile.filter((text) => !/["&]/.test(text))), {
  by: ' ',
  min: 1,
  max: 3,
}).map((text) => (text.trim() === '' ? 'x' : text));

type Nesting = { inLink: boolean; inNote: boolean };

const inlineInLinks = [
  { weight: 1, arbitrary: oneOf('a*b*c', 'a**b**c', '*a***b**', '***a***', '*a **b***', '**a** *b*', '*a*', 'x~~y~~') },
  { weight: 3, arbitrary: oneOf(...formulas).map((tex) => (tex.includes('$') ? `$$${tex}$$` : `$${tex}$`)) },
  {
    weight: 2,
    arbitrary: oneOf(...codes).map((code) => (code.includes('`') ? `\`\`\` ${code} \`\`\`` : `\`${code}\``)),
  },
  {
    weight: 1,
    arbitrary: oneOf('(', '“', '\\$', '\\[', '5', ',', '.', '—').chain((sign) =>
      oneOf('$x$', '`a`', '*a*').map((text) => `${sign}${text}`),
    ),
  },
  { weight: 1, arbitrary: attribute.map((reason) => `<Withheld reason="${reason}">x</Withheld>`) },
  {
    weight: 1,
    arbitrary: oneOf(
      '[](#thm-fixed)',
      '[](#fig-fixed)',
      '[](#tab-fixed)',
      '[](#eq-fixed)',
      '[](#find-fixed)',
      '[](#find-other)',
      '[](other#find-other)',
      '[](other#limits)',
    ),
  },
];

const inlineOutsideLinks = [
  { weight: 1, arbitrary: oneOf('https://example.org/~user/?q=a*b*c', 'someone@example.org', 'https://example.org') },
  { weight: 2, arbitrary: oneOf(...clusters) },
  { weight: 2, arbitrary: oneOf('[^n0]', '[^n1]', '[^n2]') },
  { weight: 1, arbitrary: oneOf('<Forecast id="odd" />', '<Forecast id="first" />') },
  { weight: 1, arbitrary: words.map((text) => `<Term id="loss">${text}</Term>`) },
];

function inline(depth: number, nesting: Nesting): Arbitrary<string> {
  const everywhere = [{ weight: 10, arbitrary: words }, ...styled(depth, nesting), ...inlineInLinks];
  if (nesting.inLink) return fc.oneof(...everywhere);
  const outsideLinks = [{ weight: 2, arbitrary: link(depth, nesting) }, ...inlineOutsideLinks];
  if (nesting.inNote) return fc.oneof(...everywhere, ...outsideLinks);
  const note = sentence(0, { ...nesting, inNote: true }).map((text) => `<Note>${text}</Note>`);
  return fc.oneof(...everywhere, ...outsideLinks, { weight: 1, arbitrary: note });
}

function styled(depth: number, nesting: Nesting): Weighted[] {
  const inner = depth === 0 ? words : sentence(depth - 1, nesting);
  const within = (sign: string) => inner.map((text) => `${sign}${text}${sign}`);
  return [
    { weight: 2, arbitrary: within('*') },
    { weight: 2, arbitrary: within('**') },
    { weight: 1, arbitrary: within('~~') },
  ];
}

function link(depth: number, nesting: Nesting): Arbitrary<string> {
  const text = depth === 0 ? words : sentence(depth - 1, { ...nesting, inLink: true });
  return fc.tuple(text, oneOf(...addresses)).map(([label, url]) => `[${label}](${url})`);
}

function sentence(depth: number, nesting: Nesting): Arbitrary<string> {
  return joined(inline(depth, nesting), { by: ' ', min: 1, max: 5 });
}

const free: Nesting = { inLink: false, inNote: false };

/** A line that MDX does not parse as a component or as code when it is a whole paragraph. */
const line = sentence(2, free).map((text) => (/^\s*(?:<|import\b|export\b)/.test(text) ? `A ${text}` : text));
const paragraph: Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: line },
  { weight: 1, arbitrary: fc.tuple(line, line).map((lines) => lines.join(' \\\n')) },
);

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

const item = (marker: string, text: string): string =>
  `${marker}${indent(text, ' '.repeat(marker.length)).slice(marker.length)}`;

function list(depth: number): Arbitrary<string> {
  const content =
    depth === 0
      ? paragraph
      : fc.oneof(
          { weight: 3, arbitrary: paragraph },
          { weight: 1, arbitrary: blocks(depth - 1, { min: 2, max: 3 }).map((text) => `Item.\n\n${text}`) },
        );
  const items = fc.array(content, { minLength: 1, maxLength: 4 });
  return fc
    .tuple(items, oneOf('- ', '* ', '1. ', '7. ', '3) ', '- [x] ', '- [ ] '))
    .map(([texts, marker]) =>
      texts
        .map((text) => (marker.startsWith('- [') ? item('- ', `${marker.slice(2)}Task ${text}`) : item(marker, text)))
        .join('\n'),
    );
}

const cell = sentence(1, free).map((text) => text.replaceAll('{c|c}', '{cc}').replace(/(?<!\\)(\\\\)*\|/g, '$1\\|'));

const table = fc.integer({ min: 1, max: 3 }).chain((width) => {
  const row = fc
    .array(fc.oneof({ weight: 6, arbitrary: cell }, { weight: 1, arbitrary: fc.constant('') }), {
      minLength: width,
      maxLength: width,
    })
    .map((cells) => `| ${cells.join(' | ')} |`);
  const rule = fc
    .array(oneOf('---', ':--', '--:', ':-:'), { minLength: width, maxLength: width })
    .map((cells) => `| ${cells.join(' | ')} |`);
  return fc
    .tuple(row, rule, fc.array(row, { maxLength: 3 }))
    .map(([head, dashes, rows]) => [head, dashes, ...rows].join('\n'));
});

const code = fc
  .tuple(
    oneOf('', 'python', 'js', 'text'),
    joined(fc.oneof(oneOf(...codes, ...hostile), fc.constant('')), { by: '\n', min: 0, max: 4 }),
  )
  .map(([language, text]) => `~~~~~~${language}\n${text}\n~~~~~~`);

const findingProps = fc
  .record({
    consideration: oneOf('transfer', 'legible-thought', 'unknown'),
    direction: oneOf(...directions),
    certainty: oneOf(...certainties),
    because: fc.subarray([...reasonNames], { minLength: 1 }).map((names) => names.join(', ')),
  })
  .map((props) =>
    Object.entries(props)
      .map(([name, value]) => `${name}="${value}"`)
      .join(' '),
  );

const element = (name: string, props: string, text: string): string => `<${name} ${props}>\n\n${text}\n\n</${name}>`;

const finding = (id: string, props: string, text: string): string => element('Finding', `id="${id}" ${props}`, text);

const equation = (id: string, tex: string): string => element('Equation', `id="${id}"`, `$$\n${tex}\n$$`);

const leafBlocks = [
  { weight: 8, arbitrary: paragraph },
  {
    weight: 2,
    arbitrary: fc
      .tuple(oneOf('##', '###', '####'), sentence(1, { inLink: false, inNote: true }))
      .map(([marker, text]) => `${marker} H ${text}`),
  },
  { weight: 2, arbitrary: oneOf(...displays).map((tex) => `$$\n${tex}\n$$`) },
  { weight: 1, arbitrary: oneOf(...unnumbered).map((tex) => equation('eq-§', tex)) },
  { weight: 2, arbitrary: table },
  { weight: 2, arbitrary: code },
  { weight: 1, arbitrary: oneOf('---', '***') },
  { weight: 1, arbitrary: oneOf('<Forecast id="odd" />', '<Forecast id="first" />') },
  {
    weight: 1,
    arbitrary: oneOf('https://www.metaculus.com/questions/3479/x/', 'https://manifold.markets/a/b-c').chain((src) =>
      attribute.map((title) => `<Embed src="${src}" title="${title}" />`),
    ),
  },
];

function block(depth: number): Arbitrary<string> {
  if (depth === 0) return fc.oneof(...leafBlocks);
  const inside = blocks(depth - 1, { min: 1, max: 3 });
  return fc.oneof(
    ...leafBlocks,
    { weight: 3, arbitrary: list(depth) },
    { weight: 2, arbitrary: inside.map((text) => text.replace(/^/gm, '> ')) },
    ...componentsAround(inside),
    ...captioned(inside),
  );
}

const componentsAround = (inside: Arbitrary<string>): Weighted[] => [
  {
    weight: 2,
    arbitrary: fc.tuple(attribute, inside).map(([summary, text]) => element('Details', `summary="${summary}"`, text)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(oneOf('theorem', 'lemma', 'definition', 'conjecture'), inside)
      .map(([kind, text]) => element('Theorem', `kind="${kind}" title="T"`, text)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(oneOf('note', 'caution', 'example'), inside)
      .map(([kind, text]) => element('Callout', `kind="${kind}"`, text)),
  },
  { weight: 2, arbitrary: fc.tuple(findingProps, inside).map((parts) => finding('find-§', ...parts)) },
  {
    weight: 1,
    arbitrary: fc.tuple(attribute, inside).map(([reason, text]) => element('Withheld', `reason="${reason}"`, text)),
  },
  { weight: 1, arbitrary: inside.map((text) => `<Note>\n\n${text}\n\n</Note>`) },
];

const captioned = (inside: Arbitrary<string>): Weighted[] => [
  {
    weight: 1,
    arbitrary: fc
      .tuple(attribute, attribute, paragraph)
      .map(([alt, credit, text]) =>
        element('Figure', `id="fig-§" src="./law.svg" alt="${alt}" credit="${credit}"`, text),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(attribute, inside)
      .map(([alt, text]) => element('Chart', `id="fig-§" spec="./law.chart.yaml" alt="${alt}"`, text)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(table, paragraph).map((parts) => element('Table', 'id="tab-§"', parts.join('\n\n'))),
  },
];

function blocks(depth: number, { min, max }: { min: number; max: number }): Arbitrary<string> {
  return joined(block(depth), { by: '\n\n', min, max });
}

const fixed: Readonly<Record<string, string>> = {
  'thm-fixed': '<Theorem id="thm-fixed">\n\nA theorem.\n\n</Theorem>',
  'fig-fixed': '<Figure id="fig-fixed" src="./law.svg" alt="A line">\n\nA caption.\n\n</Figure>',
  'find-fixed': finding(
    'find-fixed',
    'consideration="transfer" direction="for" certainty="low" because="indirect"',
    'A finding [@kaplan2020scaling].',
  ),
  'eq-fixed': equation('eq-fixed', 'x = 1'),
  'tab-fixed': '<Table id="tab-fixed">\n\n| a |\n|---|\n| b |\n\nA caption.\n\n</Table>',
};

/** The body of an essay without errors, with every construct that an essay may contain. */
export const arbitraryBody: Arbitrary<string> = fc
  .tuple(blocks(2, { min: 1, max: 6 }), fc.array(blocks(1, { min: 1, max: 2 }), { minLength: 3, maxLength: 3 }))
  .map(([body, notes]) => {
    const called = withNotes(body, notes);
    const targets = Object.keys(fixed).filter((id) => called.includes(`(#${id})`));
    let id = 0;
    return [called, ...targets.map((target) => fixed[target])].join('\n\n').replace(/§/g, () => String((id += 1)));
  });

/** Appends the footnotes that are referenced, also by other footnotes. A footnote references only later ones. */
function withNotes(body: string, notes: readonly string[]): string {
  return notes.reduce((text, note, index) => {
    const callable = note.replace(/\[\^n(\d)\]/g, (call, number: string) =>
      Number(number) > index ? call : '[a](/works/)',
    );
    return text.includes(`[^n${index}]`) ? `${text}\n\n[^n${index}]: Note.\n\n${indent(callable, '    ')}` : text;
  }, body);
}

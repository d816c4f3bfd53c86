import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A word for finding payloads. */
export const word = 'zqxpayload';

/** Text that must never become active: in elements, attributes, scripts, styles, titles, CDATA and templates. */
export const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)' x='",
  '</script></title></style></textarea><svg onload=alert(1)>',
  ']]><script>alert(1)</script>',
  '&lt;img src=x onerror=alert(1)&gt;',
  'javascript:alert(1)',
];

const text = `${word} ${payloads.join(' ')}`;

/** A valid URL that contains quotes and tags. */
const url = 'https://example.org/"onmouseover="alert(1)/\'><img src=x onerror=alert(1)>';

/** Text in MDX, with a backslash before every punctuation character. */
const mdx = text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Text as a quoted prop of a component. */
const prop = `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/** Text as a BibTeX value. */
const bib = text.replace(/[&%$#_]/g, '\\$&');

const yaml: Readonly<Record<string, unknown>> = {
  forecasts: [
    {
      id: 'forecast',
      question: text,
      source: text,
      url,
      resolution: { on: '2027-01-02', rule: text },
      by: text,
      values: [{ on: '2026-01-02', value: text, note: text }],
    },
  ],
  glossary: [{ id: 'term', term: text, means: text, also: payloads }],
  review: {
    title: text,
    question: text,
    abstract: text,
    baseUrl: 'https://example.org/review/',
    repository: url,
    essays: ['essay', 'second'],
    licence: { name: text, url },
    embeds: ['metaculus.com'],
  },
  domains: [
    {
      id: 'domain',
      name: text,
      question: text,
      covers: text,
      inScope: [text],
      outOfScope: [text],
      hardCases: [{ case: text, decision: text }],
    },
  ],
  searches: {
    about: text,
    domains: {
      domain: [{ where: text, on: '2026-11-02', words: text, found: 1, screened: 1, kept: ['plain'], whyNot: text }],
    },
  },
  authors: [{ id: 'author', name: text, about: text, url }],
  works: { plain: { says: text }, script: { says: text } },
  considerations: [{ id: 'question', question: text, why: text, favours: text, changes: text }],
  changes: [{ on: '2026-01-02', change: text, works: ['plain'] }],
  audits: {
    audits: [{ date: '2026-01-02', drawn: 20, how: text, major: 1, minor: 2, by: text }],
    others: [{ field: text, wrong: 16.9, grave: 8, studies: 46, source: text, url }],
  },
};

const support = [
  {
    sentence: `Checked [${mdx} @plain, ${mdx}].`,
    works: {
      plain: { verdict: 'partly', lacks: text, read: 'abstract', where: text, page: url, on: '2026-01-02', says: text },
    },
  },
];

const frontmatter = {
  title: text,
  description: text.slice(0, 160),
  standfirst: text,
  domain: 'domain',
  authors: ['author'],
  published: '2026-01-02',
  updated: '2026-01-03',
  searched: '2026-11-02',
  clearance: { status: 'cleared', by: 'author', on: '2026-01-02' },
  drafting: { mode: 'assisted', models: [text.replaceAll('"', '')], reviewedBy: ['author'] },
  tags: [text, ...payloads],
};

const retired = { on: '2026-11-02', reason: text, replacedBy: 'second' };

const body = `
${mdx} [${mdx} @plain, ${mdx}], @script [p. 3, ${mdx}] and [-@field].[^note] *${mdx}* **${mdx}** ~~${mdx}~~

## ${mdx}

[${mdx}](<https://example.org/"onmouseover="alert(1)> '${payloads[0]}')
and [a reference][page], \`${text}\`, $x = \\text{<img src=x onerror=alert(1)>}$.<Note>${mdx} [@plain]</Note>

\`\`\`html
${text}
\`\`\`

\`\`\`js"onmouseover="alert(1)"><img
${text}
\`\`\`

<Figure id="fig-one" src="./drawing.svg" alt=${prop} credit=${prop}>

${mdx} [@plain]

</Figure>

<Table id="tab-one">

| ${mdx.replaceAll('|', '')} | A |
| --- | --- |
| ${mdx} | [](#fig-one) |

${mdx}

</Table>

<Callout kind="note">

${mdx}

</Callout>

<Theorem id="thm-one" kind="lemma" title=${prop}>

${mdx}

</Theorem>

<Finding id="find-one" consideration="question" direction="for" certainty="low" because="indirect">

${mdx} [@plain, ${mdx}]

</Finding>

<EvidenceMap />

It is <Forecast id="forecast" /> and a <Term id="term">${mdx}</Term>.

<Forecast id="forecast" />

<Details summary=${prop}>

- ${mdx}
- > ${mdx}

</Details>

<Embed src='https://www.metaculus.com/questions/1/"onload="alert(1)' title=${prop} />

<Withheld reason=${prop}>

${mdx}

</Withheld>

[^note]: ${mdx}

[page]: https://example.org/page "${payloads[4]}"
`;

const fields = 'title author journaltitle booktitle publisher location note abstract series edition version keywords';
const entries = [
  `@article{plain, ${fields
    .split(' ')
    .map((name) => `${name} = {${bib}},`)
    .join('\n')} date = {2020}, volume = {${bib}}, pages = {${bib}}, doi = {10.1000/x"><img/src=x/onerror=alert(1)>} }`,
  `@online{script, title = {${bib}}, author = {{${bib}}}, date = {2021}, url = {javascript:alert(1)} }`,
  `@online{data, title = {${bib}}, author = {${bib}}, year = {${bib}}, url = {data:text/html,<script>alert(1)</script>} }`,
  `@misc{field, title = {A title}, author = {Author, A.}, date = {2022}, howpublished = {\\url{javascript:alert(1)}} }`,
  `@online{quoted, title = {A title}, author = {Author, A.}, date = {2023}, url = {https://example.org/"onmouseover="alert(1)} }`,
  `@online{eprint, title = {A title}, author = {Author, A.}, date = {2024}, eprint = {javascript:alert(1)}, eprinttype = {arxiv} }`,
];

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9" /></svg>\n';

/** Writes a review with payloads in every field. Returns the folder with its `content/` and `bibliography/`. */
export function writePayloadReview(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alignment-review-payloads-'));
  const files = [
    ...Object.entries(yaml).map(([name, value]) => [`content/${name}.yaml`, JSON.stringify(value)] as const),
    ['content/essays/essay/index.mdx', `---\n${JSON.stringify({ ...frontmatter, retired })}\n---\n${body}`] as const,
    [
      'content/essays/second/index.mdx',
      `---\n${JSON.stringify(frontmatter)}\n---\n\n${mdx} [@data]\n\nChecked [${mdx} @plain, ${mdx}].\n`,
    ] as const,
    ['content/essays/second/support.yaml', JSON.stringify(support)] as const,
    [
      'content/answer.mdx',
      `---\n${JSON.stringify({ ...frontmatter, domain: undefined })}\n---\n\n${mdx} [](#find-one) [@data]\n\n<EvidenceMap />\n`,
    ] as const,
    ['content/essays/essay/drawing.svg', drawing] as const,
    ['bibliography/works.bib', `${entries.join('\n\n')}\n`] as const,
  ];
  for (const path of ['content/essays/essay', 'content/essays/second', 'bibliography'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const [path, content] of files) writeFileSync(join(folder, path), content);
  return folder;
}

import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from './fixture-review.ts';
import { createProject, exampleWarning, removeGuide, run, snapshotOf, type ProcessResult } from './project.ts';

/** Expects that a command succeeded and printed only the warning about the example URL. */
function expectSuccess({ status, stderr }: Pick<ProcessResult, 'status' | 'stderr'>): void {
  expect({ status, stderr: stderr.replace(exampleWarning, '') }).toEqual({ status: 0, stderr: '' });
}

/** Creates a unique word. */
const createSentinel = (): string => `zq${randomBytes(6).toString('hex')}`;

const draft = createSentinel();
const withheld = createSentinel();
/** Used in a record of a published sentence. */
const recorded = createSentinel();
/** Used in a search for a published essay. */
const logged = createSentinel();

/** Returns an essay's text with a word in every position that allows one. `cited` is a key. */
const everywhere = (word: string, cited: string): string => `
## Limits, a heading with ${word}

A sentence with ${word}, *${word}*, \`${word}\`, $\\mathrm{${word}}$, [see ${word} @${cited}, p. 3, ${word}], [a link](https://example.org/${word} "${word}")
and a footnote.[^${word}] [By name][${word}] <Note>In the margin ${word}.</Note> {/* ${word} */}

[^${word}]: A footnote with ${word}.

[${word}]: https://example.org/by-name/${word}

\`\`\`js
const ${word} = '${word}';
\`\`\`

$$
\\text{${word}}
$$

| ${word} | b |
| --- | --- |
| ${word} | 2 |

<Figure id="fig-${word}" src="./${word}.svg" alt="Shows ${word}." credit="By ${word}.">

A caption with ${word} [@${cited}].

</Figure>

<Chart id="fig-chart-${word}" spec="./${word}.chart.yaml" alt="A chart of ${word}.">

A caption of a chart with ${word} [@${cited}].

</Chart>

<Details summary="About ${word}">

${word}

</Details>

<Callout kind="note">

${word}

</Callout>

<Equation id="eq-${word}">

$$
\\text{${word}}
$$

</Equation>

<Theorem id="thm-${word}" kind="lemma" title="${word}">

${word}

</Theorem>

<Finding id="find-${word}" consideration="transfer" direction="for" certainty="low" because="indirect">

A claim with ${word} [@${cited}].

</Finding>

<Embed src="https://www.metaculus.com/questions/1/${word}/" title="${word}" />

It is <Forecast id="only-${word}" />, by a <Term id="only-${word}">${word}</Term>.

<Forecast id="only-${word}" />
`;

const entry = (key: string, word: string): string => `
@article{${key},
  title = {Title with ${word}},
  author = {${word}, Ann},
  date = {2020},
  journaltitle = {Journal of ${word}},
  url = {https://example.org/${word}},
  abstract = {Abstract with ${word}.},
  note = {Note with ${word}}
}
`;

/** Returns a forecast and a term with a word in every field that allows one. */
const forecastOf = (word: string): string => `
- id: only-${word}
  question: Asks ${word}?
  source: Source ${word}
  url: https://example.org/${word}
  resolution: { rule: Settled by ${word}. }
  by: ${word}
  values: [{ on: 2026-01-02, value: Value ${word}, note: Note ${word} }]
`;
const termOf = (word: string): string => `
- id: only-${word}
  term: term ${word}
  means: Means ${word}.
  also: [also ${word}]
`;

const frontmatterOf = (word: string): string => `---
title: Title with ${word}
description: Description with ${word}.
standfirst: Standfirst with ${word}.
domain: expressivity
authors: [ada]
published: 2026-01-02
updated: 2026-01-03
searched: 2026-11-02
clearance: { status: draft }
drafting: { mode: model, models: [${word}] }
tags: [${word}]
---
`;

/** Returns a support record of an essay's sentence, with a word in every field that allows one. */
const supportOf = (sentence: string, key: string, word: string): string => `
- sentence: ${JSON.stringify(sentence)}
  works:
    ${key}:
      verdict: partly
      lacks: Lacks ${word}
      read: full-text
      where: In ${word}
      page: https://example.org/${word}
      on: 2026-01-02
      says: Says ${word}.
`;

/** The comment before a record of a sentence that readers do not see. */
const allowStale = '\n# allow stale-support: the sentence is withheld, or written anew';

/** A cleared answer with the map of all shown findings. */
const answer = `---
title: The answer
description: What is known.
standfirst: Little is known.
authors: [ada]
published: 2026-01-02
updated: 2026-01-02
searched: 2026-01-02
clearance: { status: cleared, by: checklist, on: 2026-01-02 }
drafting: { mode: human }
---

<EvidenceMap />

## Limits
`;

/**
 * Returns a search log with a word in every field that allows one. The searches found a work that readers do not see.
 */
const searchesOf = (words: readonly string[]): string =>
  words
    .map(
      (word) => `
    - where: Where ${word}
      on: 2026-11-02
      words: Words ${word}
      found: 9
      screened: 8
      kept: [only-${word}, kaplan2020scaling]
      whyNot: Why ${word}
`,
    )
    .join('');

/** Creates a review with a cleared essay that withholds a part, a draft, and an answer. */
function createGuarded(): string {
  const project = createProject(join(fixtures, 'base'));
  removeGuide(project);
  const folderOf = (slug: string): string => join(project, 'content/essays', slug);
  const essay = join(folderOf('essay'), 'index.mdx');
  writeFileSync(join(project, 'content/answer.mdx'), answer);
  appendFileSync(
    essay,
    `\n<Withheld reason="Said in public.">\n${everywhere(withheld, `only-${withheld}`)}\n</Withheld>\n`,
  );
  appendFileSync(
    essay,
    `\nWithin <Withheld reason="Said in public.">a sentence ${withheld} [@only-${withheld}]</Withheld> too.\n`,
  );
  const slug = `draft-${draft}`;
  mkdirSync(folderOf(slug));
  writeFileSync(
    join(folderOf(slug), 'index.mdx'),
    `${frontmatterOf(draft)}${everywhere(draft, `only-${draft}`)}\nA work of a published essay, in ${draft} [@kaplan2020scaling].\n`,
  );
  writeFileSync(
    join(folderOf('essay'), 'support.yaml'),
    supportOf('Loss falls as a power law [@kaplan2020scaling].', 'kaplan2020scaling', recorded) +
      allowStale +
      supportOf(`Within a sentence ${withheld} [@only-${withheld}] too.`, `only-${withheld}`, withheld),
  );
  writeFileSync(
    join(folderOf(slug), 'support.yaml'),
    supportOf(`A caption with ${draft} [@only-${draft}].`, `only-${draft}`, draft) +
      allowStale +
      supportOf(`A sentence with ${draft} [@kaplan2020scaling].`, 'kaplan2020scaling', draft),
  );
  writeFileSync(
    join(project, 'bibliography/verified.yaml'),
    [withheld, draft].map((word) => `only-${word}: { page: https://example.org/${word}, on: 2026-01-02 }\n`).join(''),
  );
  for (const [folder, word] of [
    ['essay', withheld],
    [slug, draft],
  ] as const) {
    writeFileSync(
      join(folderOf(folder), `${word}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>${word}</text></svg>`,
    );
    writeFileSync(
      join(folderOf(folder), `${word}.chart.yaml`),
      `data: ./${word}.csv\nmark: point\nencoding: { x: { field: ${word}, type: nominal, axis: { title: ${word} } } }\n`,
    );
    writeFileSync(join(folderOf(folder), `${word}.csv`), `work,${word}\nonly-${word},${word}\n`);
  }
  const review = join(project, 'content/review.yaml');
  writeFileSync(review, readFileSync(review, 'utf8').replace('essays: [essay]', `essays: [essay, ${slug}]`));
  appendFileSync(
    join(project, 'bibliography/works.bib'),
    entry(`only-${withheld}`, withheld) + entry(`only-${draft}`, draft),
  );
  writeFileSync(
    join(project, 'content/works.yaml'),
    [withheld, draft].map((word) => `only-${word}:\n  says: It says ${word}.\n`).join(''),
  );
  writeFileSync(
    join(project, 'content/searches.yaml'),
    `domains:\n  scaling-laws:${searchesOf([withheld])}
    - { where: pages, on: 2026-11-02, words: ${logged}, found: 4, screened: 3, kept: [kaplan2020scaling] }
  expressivity:${searchesOf([draft])}
    - { where: pages, on: 2026-11-02, words: Only ${draft}, found: 2, screened: 1 }
`,
  );
  writeFileSync(
    join(project, 'content/changes.yaml'),
    `- { on: 2026-01-02, change: Less is known., works: [only-${withheld}, only-${draft}, kaplan2020scaling] }\n`,
  );
  for (const [file, write] of [
    ['forecasts', forecastOf],
    ['glossary', termOf],
  ] as const)
    writeFileSync(join(project, `content/${file}.yaml`), [withheld, draft].map(write).join(''));
  return project;
}

/** Returns every output file as text by path. Compressed files are decompressed. */
function outputsOf(project: string): Map<string, string> {
  const folders = ['dist', 'posts', 'preprint'].flatMap((folder) =>
    [...snapshotOf(join(project, folder))].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const),
  );
  return new Map(folders.map(([path, bytes]) => [path, `${path}\n${open(Buffer.from(bytes, 'base64'))}`]));
}

function open(bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString('latin1');
}

const holding = (outputs: Map<string, string>, word: string): string[] =>
  [...outputs].filter(([, text]) => text.includes(word)).map(([path]) => path);

const commands = ['build', 'posts', 'preprint'];

describe('content that is not cleared', () => {
  let project = '';
  let published = new Map<string, string>();
  let withDrafts = new Map<string, string>();

  beforeAll(() => {
    project = createGuarded();
    for (const command of commands) expectSuccess(run(project, command));
    published = outputsOf(project);
    for (const command of commands) expectSuccess(run(project, command, '--drafts'));
    withDrafts = outputsOf(project);
  });

  it('is in no output', () => {
    expect(holding(published, draft)).toEqual([]);
    expect(holding(published, withheld)).toEqual([]);
    expect(holding(published, 'Said in public.').length).toBeGreaterThan(2);
    expect(holding(published, logged)).toEqual(['dist/coverage/index.html', 'dist/review.json', 'preprint/main.tex']);
    expect(published.get('dist/changes.xml')).toContain('Less is known. (Kaplan et al., 2020)');
    const coverage = published.get('dist/coverage/index.html');
    expect(coverage).toContain('2 searches with 11 results, 9 looked at, not shown here.');
    expect(coverage).toContain('1 search with 9 results, 8 looked at, not shown here.');
    expect(holding(published, recorded)).toEqual([
      'dist/essays/essay/cards.json',
      'dist/review.json',
      'dist/works/kaplan2020scaling/index.html',
    ]);
    expect([...published.keys()].filter((path) => path.endsWith('/cards.json'))).toEqual([
      'dist/essays/answer/cards.json',
      'dist/essays/essay/cards.json',
    ]);
    expect(published.get('dist/essays/essay/index.html')).toContain('1 of 1 citation checked, 1 in full text');
  });

  it('is shown with --drafts, also in search, unless it is withheld', () => {
    const found = holding(withDrafts, draft);
    expect(found).toContain(`dist/essays/draft-${draft}/index.html`);
    expect(found).toContain(`posts/draft-${draft}.md`);
    for (const path of [`draft-${draft}.tex`, 'main.tex', 'references.bib'])
      expect(found).toContain(`preprint/${path}`);
    for (const path of [
      'forecasts/index.html',
      'glossary/index.html',
      'review.json',
      'evidence.csv',
      'search-index.json',
    ])
      expect(found).toContain(`dist/${path}`);
    expect(found).toContain(`dist/essays/draft-${draft}.md`);
    expect(found).toContain(`dist/essays/draft-${draft}/cards.json`);
    expect(withDrafts.get('dist/essays/essay/cards.json')).toContain(`Title with ${draft}`);
    expect(found).toContain('dist/llms.txt');
    expect(found.some((path) => path.startsWith(`dist/cards/draft-${draft}.`))).toBe(true);
    expect(found).toContain(`dist/works/only-${draft}/index.html`);
    expect(withDrafts.get(`dist/works/only-${draft}/index.html`)).toContain(`Lacks ${draft}`);
    expect(withDrafts.get('dist/coverage/index.html')).toContain(`Words ${draft}`);
    expect(found.some((path) => path.startsWith('dist/pagefind/fragment/'))).toBe(true);
    expect(holding(withDrafts, withheld)).toEqual([]);
  });

  it('is marked on every page with --drafts, is not in the feed, and disables the sitemap', () => {
    const pages = [...withDrafts.keys()].filter((path) => path.endsWith('.html') && path.startsWith('dist/'));
    expect(pages.filter((path) => !withDrafts.get(path)?.includes('<meta name="robots" content="noindex'))).toEqual([]);
    expect(pages.filter((path) => !withDrafts.get(path)?.includes('Not for publication.'))).toEqual([]);
    expect(withDrafts.get(`posts/draft-${draft}.md`)).toContain('It must not be posted.');
    expect(withDrafts.get(`preprint/draft-${draft}.tex`)).toContain('It must not be posted.');
    expect(withDrafts.get('dist/rss.xml')).not.toContain(draft);
    expect([...withDrafts.keys()].filter((path) => path.includes('sitemap'))).toEqual([]);
    expect([...published.keys()]).toContain('dist/sitemap-index.xml');
    expect(holding(published, 'noindex, nofollow')).toEqual([]);
    expect(withDrafts.get('dist/robots.txt')).toContain('Disallow: /');
    expect(published.get('dist/robots.txt')).not.toContain('Disallow');
  });

  it('cannot be linked from a cleared essay', () => {
    appendFileSync(
      join(project, 'content/essays/essay/index.mdx'),
      `\n[A draft](/essays/draft-${draft}/) and [a work](/works/only-${draft}/).\n`,
    );
    const { status, stdout } = run(project, 'check');
    expect(status).toBe(1);
    expect(stdout.match(/in a cleared essay: expected a page that is published/g)).toHaveLength(2);
  });
});

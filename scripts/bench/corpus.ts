import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Essay } from '../../src/engine/model/essay.ts';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { supportPath } from '../../src/engine/model/support.ts';
import { createParseCache, parseReview } from '../../src/engine/parse-review.ts';
import { readSources } from '../../src/engine/read-review.ts';
import { families, given, maxAuthors, tex, words } from './words.ts';

/**
 * `plain`: up to five authors per work, 33 citation clusters per essay, all in paragraphs.
 * `hard`: up to six authors per work from four hundred surnames, 46 clusters per essay, some in footnotes and in a table.
 */
type Difficulty = 'plain' | 'hard';
export type CorpusSize = { essays: number; works: number; difficulty?: Difficulty };

/** Citation clusters per essay: one in each of the first paragraphs, one per footnote, one per row of its table. */
export const clustersOf = {
  plain: { paragraphs: 33, footnotes: 0, rows: 0 },
  hard: { paragraphs: 34, footnotes: 6, rows: 6 },
} as const;
const formulas = 8;
const paragraphs = 40;
const findings = 10;
const considerations = 10;
const wordsAParagraph = 75;

/**
 * Writes the content of a review with generated essays of about 3,000 words, with citations. It is the same in every
 * run.
 */
export function writeCorpus(root: string, size: CorpusSize): void {
  const random = createRandom(20261124);
  const slugs = Array.from({ length: size.essays }, (_, index) => `essay-${index + 1}`);
  writeText(
    join(root, 'bibliography', 'works.bib'),
    Array.from({ length: size.works }, (_, index) =>
      entry(index, { random, difficulty: size.difficulty ?? 'plain' }),
    ).join('\n'),
  );
  writeText(join(root, 'content', 'review.yaml'), reviewYaml(slugs));
  writeText(
    join(root, 'content', 'domains.yaml'),
    '- { id: everything, name: Everything, question: What of it?, covers: All of it. }\n',
  );
  writeText(join(root, 'content', 'authors.yaml'), '- { id: nobody, name: Nobody }\n');
  writeText(join(root, 'content', 'works.yaml'), '{}\n');
  writeText(join(root, 'content', 'considerations.yaml'), considerationsYaml());
  slugs.forEach((slug, index) => {
    const options = { random, size, cite: true };
    const text = `${frontmatter(index)}\n${essayText(options)}\n${findingsText(options, slug)}`;
    writeText(join(root, 'content', 'essays', slug, 'index.mdx'), text);
  });
  writeSupport(root);
}

/** Adds a `support.yaml` to each essay. */
function writeSupport(root: string): void {
  const { review, messages } = parseReview(readSources(root), createParseCache({ prints: false }));
  if (review === null)
    throw new Error(`The generated review is wrong:\n${formatMessages(messages)}\nCorrect the generator.`);
  for (const essay of review.essays) writeText(join(root, supportPath(essay.slug)), supportYaml(essay));
}

/** Writes the same text without citations, as pages of a bare Astro project. */
export function writeBareCorpus(root: string, size: CorpusSize): void {
  const random = createRandom(20261124);
  Array.from({ length: size.works }, (_, index) => entry(index, { random, difficulty: size.difficulty ?? 'plain' }));
  for (let index = 0; index < size.essays; index += 1) {
    const options = { random, size, cite: false };
    const text = `${essayText(options)}\n${findingsText(options, `essay-${index + 1}`)}`;
    writeText(join(root, 'src', 'essays', `essay-${index + 1}.mdx`), `---\ntitle: Essay ${index + 1}\n---\n${text}`);
  }
}

function writeText(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** Creates a linear congruential generator of numbers in [0, 1). The sequence depends on the seed only. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Random = () => number;

const pick = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

function entry(index: number, { random, difficulty }: { random: Random; difficulty: Difficulty }): string {
  const people = Array.from(
    { length: 1 + Math.floor(random() * maxAuthors[difficulty]) },
    () => `${pick(random, families[difficulty])}, ${pick(random, given)}`,
  );
  const year = 2015 + Math.floor(random() * 11);
  const title = Array.from({ length: 7 }, () => pick(random, words)).join(' ');
  const address = `eprint = {${year - 2000}01.${String(index).padStart(5, '0')}},\n  eprinttype = {arxiv}`;
  return `@article{work${index},
  title = {On {${title}}},
  author = {${people.join(' and ')}},
  date = {${year}},
  journaltitle = {Journal of Generated Results},
  ${address}
}
`;
}

type EssayOptions = { random: Random; size: CorpusSize; cite: boolean };

function essayText(options: EssayOptions): string {
  const { random, size } = options;
  const { footnotes, rows } = clustersOf[size.difficulty ?? 'plain'];
  const blocks = Array.from({ length: paragraphs }, (_, index) => {
    const heading = index % 5 === 0 ? `## Section ${index / 5 + 1} on ${pick(random, words)}\n\n` : '';
    const mark = index < footnotes ? `[^${index + 1}]` : '';
    return `${heading}${paragraph(options, index)}${mark}`;
  });
  const notes = Array.from({ length: footnotes }, (_, index) => `[^${index + 1}]: ${noteText(options)}`);
  const table = rows === 0 ? [] : [tableText(options, rows)];
  return `${[...blocks, ...table, ...notes].join('\n\n')}\n\n## Limits\n\nNothing here was found out.\n`;
}

const sentence = (random: Random, length: number): string =>
  Array.from({ length }, (_, at) => pick(random, words) + (at % 15 === 14 ? '.' : '')).join(' ');

/** Returns a cluster after `before`. Without citations it returns nothing, but uses the same random numbers. */
function cited({ random, size, cite }: EssayOptions, before: string): string {
  const citation = cluster(random, size.works);
  return cite ? `${before}${citation}` : '';
}

function paragraph(options: EssayOptions, index: number): string {
  const { random, size } = options;
  const text = sentence(random, wordsAParagraph);
  const citation = cited(options, ' So it was found ');
  const formula = index < formulas ? ` Here $${pick(random, tex)}$ holds.` : '';
  const isCited = index < clustersOf[size.difficulty ?? 'plain'].paragraphs && citation !== '';
  return `${text}${isCited ? `${citation}.` : ''}${formula}`;
}

const noteText = (options: EssayOptions): string => `${sentence(options.random, 12)}${cited(options, ', as in ')}.`;

function tableText(options: EssayOptions, rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `| ${index + 1} | ${sentence(options.random, 3)} | ${cited(options, '')} |`,
  );
  const table = `| Number | Result | Source |\n| --- | --- | --- |\n${lines.join('\n')}\n\nResults.`;
  // The bare project has no components.
  return options.cite ? `<Table id="tab-results">\n\n${table}\n\n</Table>` : table;
}

/**
 * Returns the findings of an essay, or only their text in a bare project. They are generated last, so that both
 * projects have the same words.
 */
function findingsText(options: EssayOptions, slug: string): string {
  const { random } = options;
  return Array.from({ length: findings }, (_, index) => {
    const text = `${sentence(random, 20)}${cited(options, ' as found in ')}.`;
    const props = `id="find-${slug}-${index + 1}" consideration="question-${(index % considerations) + 1}"`;
    const rating = 'direction="for" certainty="very-low" because="argument-only"';
    return options.cite ? `<Finding ${props} ${rating}>\n\n${text}\n\n</Finding>\n` : `> ${text}\n`;
  }).join('\n');
}

const considerationsYaml = (): string =>
  Array.from(
    { length: considerations },
    (_, index) =>
      `- { id: question-${index + 1}, question: What of ${index + 1}?, why: It matters., favours: Yes., changes: More data. }\n`,
  ).join('');

/** Formats records of all cited sentences of an essay, in normal form, as `npm run support` writes them. */
const supportYaml = ({ citedAt }: Pick<Essay, 'citedAt'>): string =>
  [...new Set(citedAt.map(({ normal }) => normal))]
    .map((normal) => `- sentence: ${JSON.stringify(normal)}\n  works:\n${recordsOf(normal)}`)
    .join('');

const recordsOf = (sentenceText: string): string =>
  [...new Set([...sentenceText.matchAll(/@(work\d+)/g)].map((match) => match[1] ?? ''))]
    .map(
      (key) =>
        `    ${key}:
      verdict: supported
      read: abstract
      where: abstract
      page: https://example.org/
      on: 2026-01-01
      says: It says so.
`,
    )
    .join('');

function cluster(random: Random, works: number): string {
  const keys = Array.from({ length: 1 + Math.floor(random() * 2.2) }, () => `@work${Math.floor(random() * works)}`);
  return `[${[...new Set(keys)].join('; ')}]`;
}

function frontmatter(index: number): string {
  const number = index + 1;
  return `---
title: Essay ${number}
description: Generated essay ${number}.
standfirst: Generated.
domain: everything
authors: [nobody]
published: 2026-01-01
updated: 2026-01-01
searched: 2026-01-01
clearance: { status: cleared, by: checklist, on: 2026-01-01 }
drafting: { mode: human }
---`;
}

const reviewYaml = (slugs: readonly string[]): string =>
  `title: Generated
question: What is generated?
abstract: A review of generated essays.
baseUrl: https://example.org/
licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
essays:
${slugs.map((slug) => `  - ${slug}\n`).join('')}`;

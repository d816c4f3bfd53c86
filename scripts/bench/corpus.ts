import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Essay } from '../../src/engine/model/essay.ts';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { supportPath } from '../../src/engine/model/support.ts';
import { createParseCache, parseReview } from '../../src/engine/parse-review.ts';
import { readSources } from '../../src/engine/read-review.ts';
import {
  considerations,
  createRandom,
  essayText,
  findingsText,
  pick,
  type CorpusSize,
  type Difficulty,
  type Random,
} from './essay-text.ts';
import { families, given, maxAuthors, words } from './words.ts';

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

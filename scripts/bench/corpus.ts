import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type CorpusSize = { essays: number; works: number };

const clusters = 33;
const formulas = 8;
const paragraphs = 40;
const wordsAParagraph = 75;

const words =
  `model loss scale data train task error token network layer law curve compute limit proof claim result study
method reason oversight judge agent research question measure sample bound circuit depth width noise signal feature gradient
policy reward human system skill test score trend budget transfer domain shift method evidence answer doubt`.split(
    /\s+/,
  );
// As many names as leave four works in ten with a first author whose name another has, as among 331 works looked up for the first review.
const families =
  'Adl Bak Cast Dietr Erik Ferr Garc Hadd Ibr Jans Kow Lind Mar Nak Okaf Petr Quist Ross Silv Tan Ued Varg Wang Yilm Zhang'
    .split(' ')
    .flatMap((start) =>
      'er o sson ini ova as ez ic ahl ton mann wick ley ard berg quist ura ado ek ius and oux enko ani ott'
        .split(' ')
        .map((end) => start + end),
    );
const given =
  'Anna Boris Chen Dora Emil Fatima Goran Hana Ivan Jin Kaya Lena Mira Nils Olga Pedro Rui Sara Tomas Uma'.split(' ');
const tex = [
  'L(N) = (N_c / N)^{\\alpha_N}',
  'E + \\frac{A}{N^\\alpha} + \\frac{B}{D^\\beta}',
  '\\mathsf{TC}^0',
  '\\sum_{i=1}^{n} x_i^2',
  '\\hat{y} = \\sigma(Wx + b)',
];

/** Writes the content of a review of generated essays, the same at every run: about 3,000 words each, with citations. */
export function writeCorpus(root: string, size: CorpusSize): void {
  const random = createRandom(20261124);
  const slugs = Array.from({ length: size.essays }, (_, index) => `essay-${index + 1}`);
  writeText(
    join(root, 'bibliography', 'works.bib'),
    Array.from({ length: size.works }, (_, index) => entry(index, random)).join('\n'),
  );
  writeText(join(root, 'content', 'review.yaml'), reviewYaml(slugs));
  writeText(
    join(root, 'content', 'domains.yaml'),
    '- { id: everything, name: Everything, question: What of it?, covers: All of it. }\n',
  );
  writeText(join(root, 'content', 'authors.yaml'), '- { id: nobody, name: Nobody }\n');
  writeText(join(root, 'content', 'works.yaml'), '{}\n');
  slugs.forEach((slug, index) => {
    const text = essayText({ random, works: size.works, cite: true });
    writeText(join(root, 'content', 'essays', slug, 'index.mdx'), `${frontmatter(index)}\n${text}`);
  });
}

/** Writes the same text without citations, as pages of a bare Astro project. */
export function writeBareCorpus(root: string, size: CorpusSize): void {
  const random = createRandom(20261124);
  Array.from({ length: size.works }, (_, index) => entry(index, random));
  for (let index = 0; index < size.essays; index += 1) {
    const text = essayText({ random, works: size.works, cite: false });
    writeText(join(root, 'src', 'essays', `essay-${index + 1}.mdx`), `---\ntitle: Essay ${index + 1}\n---\n${text}`);
  }
}

function writeText(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** A small linear congruential generator: numbers in [0, 1) that repeat for a seed. */
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

function entry(index: number, random: Random): string {
  const people = Array.from(
    { length: 1 + Math.floor(random() * 5) },
    () => `${pick(random, families)}, ${pick(random, given)}`,
  );
  const year = 2015 + Math.floor(random() * 11);
  const title = Array.from({ length: 7 }, () => pick(random, words)).join(' ');
  const address = `eprint = {${year - 2000}01.${String(index).padStart(5, '0')}},\n  eprinttype = {arxiv}`;
  return `@article{work${index},\n  title = {On {${title}}},\n  author = {${people.join(' and ')}},\n  date = {${year}},\n  journaltitle = {Journal of Generated Results},\n  ${address}\n}\n`;
}

function essayText({ random, works, cite }: { random: Random; works: number; cite: boolean }): string {
  const blocks = Array.from({ length: paragraphs }, (_, index) => {
    const heading = index % 5 === 0 ? `## Section ${index / 5 + 1} on ${pick(random, words)}\n\n` : '';
    return heading + paragraph({ random, works, cite, index });
  });
  return `${blocks.join('\n\n')}\n\n## Limits\n\nNothing here was found out.\n`;
}

function paragraph({
  random,
  works,
  cite,
  index,
}: {
  random: Random;
  works: number;
  cite: boolean;
  index: number;
}): string {
  const text = Array.from(
    { length: wordsAParagraph },
    (_, at) => pick(random, words) + (at % 15 === 14 ? '.' : ''),
  ).join(' ');
  const citation = cluster(random, works);
  const formula = index < formulas ? ` Here $${pick(random, tex)}$ holds.` : '';
  return `${text}${cite && index < clusters ? ` So it was found ${citation}.` : ''}${formula}`;
}

function cluster(random: Random, works: number): string {
  const keys = Array.from({ length: 1 + Math.floor(random() * 2.2) }, () => `@work${Math.floor(random() * works)}`);
  return `[${[...new Set(keys)].join('; ')}]`;
}

function frontmatter(index: number): string {
  const number = index + 1;
  return `---\ntitle: Essay ${number}\ndescription: Generated essay ${number}.\nstandfirst: Generated.\ndomain: everything\nauthors: [nobody]\npublished: 2026-01-01\nupdated: 2026-01-01\nsearched: 2026-01-01\nclearance: { status: cleared, by: checklist, on: 2026-01-01 }\ndrafting: { mode: human }\n---`;
}

const reviewYaml = (slugs: readonly string[]): string =>
  `title: Generated\nquestion: What is generated?\nanswer: This.\nabstract: A review of generated essays.\nbaseUrl: https://example.org/\nlicence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }\nessays:\n${slugs.map((slug) => `  - ${slug}\n`).join('')}`;

import { tex, words } from './words.ts';

/**
 * `plain`: up to five authors per work, 33 citation clusters per essay, all in paragraphs.
 * `hard`: up to six authors per work from 400 surnames, 46 clusters per essay, some in footnotes and in a table.
 */
export type Difficulty = 'plain' | 'hard';
export type CorpusSize = { essays: number; works: number; difficulty?: Difficulty };

/** Citation clusters per essay: one in each of the first paragraphs, one per footnote, one per row of its table. */
export const clustersOf = {
  plain: { paragraphs: 33, footnotes: 0, rows: 0 },
  hard: { paragraphs: 34, footnotes: 6, rows: 6 },
} as const;
const formulas = 8;
const paragraphs = 40;
const findings = 10;
/** How many considerations a review has. */
export const considerations = 10;
const wordsAParagraph = 75;

/** Creates a linear congruential generator of numbers in [0, 1). The sequence depends on the seed only. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Random = () => number;

export const pick = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

type EssayOptions = { random: Random; size: CorpusSize; cite: boolean };

/** Returns the text of an essay without its findings. */
export function essayText(options: EssayOptions): string {
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
export function findingsText(options: EssayOptions, slug: string): string {
  const { random } = options;
  return Array.from({ length: findings }, (_, index) => {
    const text = `${sentence(random, 20)}${cited(options, ' as found in ')}.`;
    const props = `id="find-${slug}-${index + 1}" consideration="question-${(index % considerations) + 1}"`;
    const rating = 'direction="for" certainty="very-low" because="argument-only"';
    return options.cite ? `<Finding ${props} ${rating}>\n\n${text}\n\n</Finding>\n` : `> ${text}\n`;
  }).join('\n');
}

function cluster(random: Random, works: number): string {
  const keys = Array.from({ length: 1 + Math.floor(random() * 2.2) }, () => `@work${Math.floor(random() * works)}`);
  return `[${[...new Set(keys)].join('; ')}]`;
}

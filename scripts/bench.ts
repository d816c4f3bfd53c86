import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, toCount } from './arguments.ts';
import { writeBareProject } from './bench/bare.ts';
import { writeCorpus } from './bench/corpus.ts';
import { clustersOf, type CorpusSize } from './bench/essay-text.ts';
import { measureAgain, measureChanged, measureDrawn, measureFirst, writeFullProject } from './bench/full.ts';
import { measure, median, medianOf, type Cost } from './bench/measure.ts';
import { root } from './root.ts';

const command = {
  name: 'bench',
  help: 'Measures the commands on a generated review, against a bare Astro project.',
  options: {
    rounds: { type: 'string', default: '3', value: 'NUMBER', help: 'Repeats the comparison; 3 unless it is given.' },
    sizes: { type: 'boolean', help: 'Measures larger reviews and a large library as well.' },
    only: { type: 'string', value: 'NUMBER', help: 'Makes one of the comparisons, by its number.' },
    keep: { type: 'boolean', help: 'Leaves the generated projects.' },
  },
} as const;
const { values } = readArguments(command);
const rounds = toCount(command, 'rounds', values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'alignment-review-bench-'));

const comparisons = [
  () => compareCommands({ essays: 100, works: 300 }),
  () => compareBuilds({ essays: 100, works: 300, difficulty: 'hard' }, 1.25),
  () => compareBuilds({ essays: 300, works: 2000, difficulty: 'hard' }, 1.35),
  showCharts,
];
comparisons.forEach((compare, index) => {
  if (values.only === undefined || values.only === String(index + 1)) compare();
});
if (values.sizes) {
  for (const essays of [100, 300, 1000]) showSize({ essays, works: essays * 10 });
  showLibrary(20_000);
}
if (values.keep) process.stdout.write(`\nKept in ${folder}\n`);
else rmSync(folder, { recursive: true });

function compareCommands(size: CorpusSize): void {
  const { full, buildBare } = writeProjects(size);
  const costs = measureInTurn({
    bare: buildBare,
    first: () => measureFirst(full, 'build'),
    drawn: () => measureDrawn(full, 'build'),
    again: () => measureAgain(full, 'build'),
    changed: () => measureChanged(full, 'build'),
    check: () => measureFirst(full, 'check'),
    posts: () => measureFirst(full, 'posts'),
    postsChanged: () => measureChanged(full, 'posts'),
  });
  printSize(size);
  print('bare Astro + MDX + KaTeX, no citations', costs.bare);
  printBuilds(costs, { size, limit: 1.25 });
  print('build, nothing changed', costs.again, { base: costs.first, limit: 'build, at most 0.2' });
  print('build, one essay changed', costs.changed, { base: costs.first, limit: 'build, at most 0.5' });
  print('check', costs.check, { base: costs.first, limit: 'build, at most 0.5' });
  print('posts, both forms, proved', costs.posts, { base: costs.first, limit: 'build, at most 0.8' });
  print('posts, one essay changed', costs.postsChanged, { base: costs.first, limit: 'build, at most 0.5' });
}

function compareBuilds(size: CorpusSize, limit: number): void {
  const { full, buildBare } = writeProjects(size);
  const costs = measureInTurn({
    bare: buildBare,
    first: () => measureFirst(full, 'build'),
    drawn: () => measureDrawn(full, 'build'),
  });
  printSize(size);
  print('bare Astro + MDX + KaTeX, no citations', costs.bare);
  printBuilds(costs, { size, limit });
}

/** Prints a first build, and one with cached pictures and fonts. The cost of new pictures has a separate limit. */
function printBuilds(
  { bare, first, drawn }: Record<'bare' | 'first' | 'drawn', Cost>,
  { size, limit }: { size: CorpusSize; limit: number },
): void {
  print('build: citations, works, search, checks', drawn, { base: bare, limit: `bare, at most ${limit}` });
  print('build, with new pictures and fonts', first, { base: bare, limit: 'bare' });
  const ms = ((first.cpu - drawn.cpu) * 1000) / size.essays;
  process.stdout.write(`${' '.repeat(52)}${ms.toFixed(0)} ms for each essay’s picture, fonts included, at most 150\n`);
}

/** Prints the CPU time of drawing new charts. The first one includes loading the library. */
function showCharts(): void {
  const runs = Array.from(
    { length: rounds },
    () => JSON.parse(measure(root, ['scripts/bench/charts.ts']).output) as number[],
  );
  const first = median(runs.flatMap((costs) => costs.slice(0, 1)));
  const next = median(runs.flatMap((costs) => costs.slice(1)));
  process.stdout.write(`\n${'a new chart'.padEnd(42)} ${first.toFixed(0).padStart(6)} CPU ms, at most 150\n`);
  process.stdout.write(`${'a new chart after it'.padEnd(42)} ${next.toFixed(0).padStart(6)} CPU ms\n`);
}

/** Writes a bare project and this one, with the same essays. The bare one has no citations. */
function writeProjects(size: CorpusSize): { full: string; buildBare: () => Cost } {
  const name = `${size.difficulty ?? 'plain'}-${size.essays}`;
  const bare = join(folder, `bare-${name}`);
  const full = join(folder, `full-${name}`);
  writeBareProject(bare, { modules: join(root, 'node_modules'), size });
  writeFullProject(full, { root, size });
  return { full, buildBare: () => measure(bare, [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build']) };
}

/**
 * Returns the median cost of each command. Commands run alternately for several rounds, so that other load affects all
 * of them.
 */
function measureInTurn<Name extends string>(runs: Readonly<Record<Name, () => Cost>>): Record<Name, Cost> {
  const names = Object.keys(runs) as Name[];
  const costs = Array.from({ length: rounds }, () => names.map((name) => runs[name]()));
  return Object.fromEntries(
    names.map((name, at) => [name, medianOf(costs.flatMap((round) => round[at] ?? []))]),
  ) as Record<Name, Cost>;
}

function printSize({ essays, works, difficulty = 'plain' }: CorpusSize): void {
  const { paragraphs, footnotes, rows } = clustersOf[difficulty];
  process.stdout.write(
    `\n${essays} essays of about 3,000 words, ${paragraphs + footnotes + rows} citation clusters and 8 formulas each; ${works} works (${difficulty}); medians of ${rounds}\n\n`,
  );
}

function showSize(size: CorpusSize): void {
  const project = join(folder, `full-${size.essays}`);
  writeFullProject(project, { root, size });
  const name = `${size.essays} essays, ${size.works} works`;
  process.stdout.write('\n');
  for (const [what, cost] of [
    ['', measureFirst(project, 'build')],
    [', one essay changed', measureChanged(project, 'build')],
  ] as const) {
    print(name + what, cost);
    process.stdout.write(
      `${' '.repeat(52)}${((cost.cpu * 1000) / size.essays).toFixed(0)} ms and ${(cost.memory / size.essays).toFixed(1)} MB an essay\n`,
    );
  }
}

function showLibrary(entries: number): void {
  const project = join(folder, 'library');
  writeCorpus(project, { essays: 1, works: entries });
  const cost = measure(root, ['scripts/bench/library.ts', project]);
  process.stdout.write('\n');
  print(`library of ${entries} entries`, cost);
  process.stdout.write(`${' '.repeat(52)}${cost.output}\n`);
}

function print(name: string, { cpu, memory }: Cost, against: { base: Cost; limit: string } | null = null): void {
  const ratio = against === null ? '' : `  ${(cpu / against.base.cpu).toFixed(2)} × ${against.limit}`;
  process.stdout.write(
    `${name.padEnd(42)} ${cpu.toFixed(1).padStart(6)} CPU s ${memory.toFixed(0).padStart(6)} MB${ratio}\n`,
  );
}

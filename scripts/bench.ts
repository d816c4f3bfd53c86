import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, toCount } from './arguments.ts';
import { writeBareProject } from './bench/bare.ts';
import { writeCorpus, type CorpusSize } from './bench/corpus.ts';
import { measureAgain, measureChanged, measureFirst, writeFullProject } from './bench/full.ts';
import { measure, medianOf, type Cost } from './bench/measure.ts';
import { root } from './root.ts';

const command = {
  name: 'bench',
  help: 'Measures the commands on a generated review, against a bare Astro project.',
  options: {
    rounds: { type: 'string', default: '3', value: 'NUMBER', help: 'Repeats the comparison; 3 unless it is given.' },
    sizes: { type: 'boolean', help: 'Measures larger reviews and a large library as well.' },
    keep: { type: 'boolean', help: 'Leaves the generated projects.' },
  },
} as const;
const { values } = readArguments(command);
const rounds = toCount(command, 'rounds', values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'alignment-review-bench-'));

compare({ essays: 100, works: 300 }, rounds);
if (values.sizes) {
  for (const essays of [100, 300, 1000]) showSize({ essays, works: essays * 10 });
  showLibrary(20_000);
}
if (values.keep) process.stdout.write(`\nKept in ${folder}\n`);
else rmSync(folder, { recursive: true });

/** Measures each command in turn, several times over, so that what else the machine does meets all of them. */
function compare(size: CorpusSize, rounds: number): void {
  const bare = join(folder, 'bare');
  const full = join(folder, 'full');
  writeBareProject(bare, { modules: join(root, 'node_modules'), size });
  writeFullProject(full, { root, size });
  const runs = {
    bare: () => measure(bare, [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build']),
    first: () => measureFirst(full, 'build'),
    again: () => measureAgain(full, 'build'),
    changed: () => measureChanged(full, 'build'),
    check: () => measureFirst(full, 'check'),
    posts: () => measureFirst(full, 'posts'),
    postsChanged: () => measureChanged(full, 'posts'),
  };
  const costs = Object.fromEntries(Object.keys(runs).map((name) => [name, []])) as unknown as Record<
    keyof typeof runs,
    Cost[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(runs) as (keyof typeof runs)[]) costs[name].push(runs[name]());
  }
  const of = (name: keyof typeof runs): Cost => medianOf(costs[name]);
  process.stdout.write(
    `${size.essays} essays of about 3,000 words, 33 citation clusters and 8 formulas each; ${size.works} works; medians of ${rounds}\n\n`,
  );
  print('bare Astro + MDX + KaTeX, no citations', of('bare'));
  print('build: citations, works, search, checks', of('first'), {
    base: of('bare'),
    limit: 'bare, at most 1.25, aim 0.9, and no more memory',
  });
  print('build, nothing changed', of('again'), { base: of('first'), limit: 'build, at most 0.2' });
  print('build, one essay changed', of('changed'), { base: of('first'), limit: 'build, at most 0.5' });
  print('check', of('check'), { base: of('first'), limit: 'build, at most 0.5' });
  print('posts, both forms, proved', of('posts'), { base: of('first'), limit: 'build, at most 0.8' });
  print('posts, one essay changed', of('postsChanged'), { base: of('first'), limit: 'build, at most 0.5' });
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

import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBareProject } from './bench/bare.ts';
import { writeCorpus, type CorpusSize } from './bench/corpus.ts';
import { measure, type Cost } from './bench/measure.ts';
import { root } from './root.ts';

const { values } = parseArgs({ options: { essays: { type: 'string', default: '100' }, works: { type: 'string', default: '300' }, keep: { type: 'boolean' } } });
const size: CorpusSize = { essays: Number(values.essays), works: Number(values.works) };
const folder = mkdtempSync(join(tmpdir(), 'alignment-review-bench-'));
const modules = join(root, 'node_modules');

process.stdout.write(`${size.essays} essays of about 3,000 words, 33 citation clusters and 8 formulas each; ${size.works} works\n\n`);
const bare = join(folder, 'bare');
writeBareProject(bare, { modules, size });
const bareCost = measure(bare, [join(modules, 'astro', 'bin', 'astro.mjs'), 'build']);
print('bare Astro + MDX + KaTeX, no citations', bareCost, bareCost);

const full = join(folder, 'full');
for (const name of ['src', 'scripts', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs']) {
  cpSync(join(root, name), join(full, name), { recursive: true });
}
symlinkSync(modules, join(full, 'node_modules'));
writeCorpus(full, size);
print('npm run build: citations, works, search, checks', measure(full, ['scripts/build.ts']), bareCost);
print('npm run check', measure(full, ['scripts/check.ts']), bareCost);
if (values.keep) process.stdout.write(`\nKept in ${folder}\n`);
else rmSync(folder, { recursive: true });

function print(name: string, { cpu, memory }: Cost, base: Cost): void {
  const ratio = (cpu / base.cpu).toFixed(2);
  process.stdout.write(`${name.padEnd(50)} ${cpu.toFixed(1).padStart(6)} CPU s  ${ratio.padStart(5)} ×  ${memory.toFixed(0).padStart(6)} MB\n`);
}

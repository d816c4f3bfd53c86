import { appendFileSync, cpSync, existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import type { CorpusSize } from './essay-text.ts';
import { measure, type Cost } from './measure.ts';

/** Writes this project with a corpus instead of its content. */
export function writeFullProject(folder: string, { root, size }: { root: string; size: CorpusSize }): void {
  for (const name of [
    'src',
    'scripts',
    'public',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'astro.config.mjs',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeCorpus(folder, size);
}

/** Measures a command without caches and outputs. */
export function measureFirst(folder: string, command: string): Cost {
  for (const name of ['.cache', 'dist', 'posts']) rmSync(join(folder, name), { recursive: true, force: true });
  return measure(folder, [`scripts/${command}.ts`]);
}

/** Kinds of the cache (`openCache`) that contain pictures and fonts. */
const drawn = new Set(['cards', 'icons', 'fonts', 'figures', 'charts']);

/** Measures a command without outputs and caches, except those of pictures and fonts. */
export function measureDrawn(folder: string, command: string): Cost {
  for (const name of ['dist', 'posts']) rmSync(join(folder, name), { recursive: true, force: true });
  const values = join(folder, '.cache', 'values');
  for (const code of existsSync(values) ? readdirSync(values) : [])
    for (const kind of readdirSync(join(values, code)))
      if (!drawn.has(kind)) rmSync(join(values, code, kind), { recursive: true });
  return measure(folder, [`scripts/${command}.ts`]);
}

/** Measures a command again without changes. */
export const measureAgain = (folder: string, command: string): Cost => measure(folder, [`scripts/${command}.ts`]);

/** Measures a command again after adding a sentence with a citation to one essay. */
export function measureChanged(folder: string, command: string): Cost {
  appendFileSync(
    join(folder, 'content', 'essays', 'essay-1', 'index.mdx'),
    '\nOne more sentence rests on a work [@work0].\n',
  );
  return measure(folder, [`scripts/${command}.ts`]);
}

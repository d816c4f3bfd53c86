import { appendFileSync, cpSync, existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus, type CorpusSize } from './corpus.ts';
import { measure, type Cost } from './measure.ts';

/** Writes this project with a corpus in the place of its content. */
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

/** Runs a command as if it had never run before. */
export function measureFirst(folder: string, command: string): Cost {
  for (const name of ['.cache', 'dist', 'posts']) rmSync(join(folder, name), { recursive: true, force: true });
  return measure(folder, [`scripts/${command}.ts`]);
}

/** Kinds of the cache (`openCache`) that hold pictures and fonts. */
const drawn = new Set(['cards', 'icons', 'fonts', 'figures', 'charts']);

/** Runs a command as if it had never run before, but for the pictures and fonts that it has drawn. */
export function measureDrawn(folder: string, command: string): Cost {
  for (const name of ['dist', 'posts']) rmSync(join(folder, name), { recursive: true, force: true });
  const values = join(folder, '.cache', 'values');
  for (const code of existsSync(values) ? readdirSync(values) : [])
    for (const kind of readdirSync(join(values, code)))
      if (!drawn.has(kind)) rmSync(join(values, code, kind), { recursive: true });
  return measure(folder, [`scripts/${command}.ts`]);
}

/** Runs a command once more, with nothing changed. */
export const measureAgain = (folder: string, command: string): Cost => measure(folder, [`scripts/${command}.ts`]);

/** Runs a command once more, with a sentence that cites added to one essay. */
export function measureChanged(folder: string, command: string): Cost {
  appendFileSync(
    join(folder, 'content', 'essays', 'essay-1', 'index.mdx'),
    '\nOne more sentence rests on a work [@work0].\n',
  );
  return measure(folder, [`scripts/${command}.ts`]);
}

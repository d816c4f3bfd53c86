import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './root.ts';

/** Makes `src/styles/fonts/` from Adobe's Source Serif 4: the characters that prose uses, with the figures that tables need. */
const ranges: readonly [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x391, 0x3c9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2070, 0x208e],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
];
const features = [
  'kern',
  'liga',
  'calt',
  'ccmp',
  'locl',
  'mark',
  'mkmk',
  'onum',
  'lnum',
  'pnum',
  'tnum',
  'sups',
  'frac',
  'case',
];
const faces = [
  { from: 'SourceSerif4-Regular.ttf', to: 'source-serif-4-regular.woff2' },
  { from: 'SourceSerif4-It.ttf', to: 'source-serif-4-italic.woff2' },
  { from: 'SourceSerif4-Semibold.ttf', to: 'source-serif-4-semibold.woff2' },
];

const text = ranges
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  )
  .join('');
const source = join(root, 'node_modules', 'source-serif');
const target = join(root, 'src', 'styles', 'fonts');
mkdirSync(target, { recursive: true });
for (const { from, to } of faces) {
  const font = await subsetFont(readFileSync(join(source, 'TTF', from)), text, {
    targetFormat: 'woff2',
    keepFeatures: features,
  });
  writeFileSync(join(target, to), font);
  process.stdout.write(`${to}: ${Math.round(font.length / 1024)} kB\n`);
}
copyFileSync(join(source, 'LICENSE.md'), join(target, 'LICENSE.md'));

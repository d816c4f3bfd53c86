import { Resvg } from '@resvg/resvg-js';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** Fonts from npm: a drawing never depends on those of the machine. */
const fontFiles = [
  join(folderOf('source-serif'), 'TTF', 'SourceSerif4-Regular.ttf'),
  join(folderOf('source-serif'), 'TTF', 'SourceSerif4-Semibold.ttf'),
  join(folderOf('@expo-google-fonts/inter'), '400Regular', 'Inter_400Regular.ttf'),
];

/** Draws an SVG as a PNG of `width` pixels: the same bytes on every machine. */
export function drawPng(svg: string, { width }: { width: number }): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };
  return Promise.resolve(new Resvg(svg, { fitTo: { mode: 'width', value: width }, font }).render().asPng());
}

import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { chartsOf, pictureOfChart } from '../../engine/model/chart.ts';
import type { Essay } from '../../engine/model/essay.ts';
import { createMessage, type Message } from '../../engine/model/message.ts';
import { drawSvg } from '../../post-images/draw-svg.ts';
import { drawPdf } from './draw-pdf.ts';

/** A picture of a paper: `path` from the paper's folder, `source` from the project's root. */
export type PreprintFigure = { source: string; path: string; bytes: Uint8Array; messages: Message[] };

/** Pixels per inch, in CSS and in pictures of papers. */
const cssPixels = 96;
const printPixels = 300;

/**
 * Returns the pictures of an essay. Drawings become vectors if they contain only paths, otherwise PNG. Other formats
 * are unchanged.
 */
export async function readFigures(essay: Essay, root: string): Promise<PreprintFigure[]> {
  const beside = (name: string): string => posix.join(posix.dirname(essay.path), name);
  const charts = chartsOf(essay).flatMap(({ props: { spec }, data: { drawings } }) =>
    drawings === undefined
      ? []
      : [drawFigure(drawings.plain, { source: beside(pictureOfChart(spec)), file: beside(spec) }, essay.slug)],
  );
  const files = essay.images.map((src) => readFigure(beside(src), essay.slug, root));
  return Promise.all([...files, ...charts]);
}

async function readFigure(source: string, slug: string, root: string): Promise<PreprintFigure> {
  const bytes = readFileSync(join(root, source));
  const { name, ext } = posix.parse(source);
  if (ext === '.svg') return drawFigure(new TextDecoder().decode(bytes), { source, file: source }, slug);
  const isIncluded = /^\.(?:png|jpe?g)$/i.test(ext);
  const reason = `Invalid picture \`${name}${ext}\` for pdflatex: expected SVG, PNG or JPEG; convert it`;
  const messages = isIncluded ? [] : [createMessage('undrawn-figure', reason, { file: source })];
  return { source, path: pathOf(source, slug, ext.toLowerCase()), bytes, messages };
}

/** `file` is the source of the drawing. */
async function drawFigure(
  svg: string,
  { source, file }: { source: string; file: string },
  slug: string,
): Promise<PreprintFigure> {
  const { pdf, problems } = await drawPdf(svg);
  const messages = problems.map((problem) => createMessage('undrawn-figure', problem, { file }));
  if (pdf !== null) return { source, path: pathOf(source, slug, '.pdf'), bytes: pdf, messages };
  const { png } = drawSvg(svg, { zoom: printPixels / cssPixels });
  return { source, path: pathOf(source, slug, '.png'), bytes: png, messages };
}

/**
 * TeX treats everything after the first full stop of a name as its extension, and may not support letters beyond ASCII.
 */
const pathOf = (source: string, slug: string, extension: string): string =>
  `figures/${[slug, posix.basename(source)].map(toAscii).join('-')}${extension}`;

const toAscii = (name: string): string =>
  name.replace(/[^a-zA-Z0-9-]/gu, (sign) => (sign === '.' ? '-' : `_${sign.codePointAt(0)?.toString(16)}`));

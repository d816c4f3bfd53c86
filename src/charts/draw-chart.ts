import * as vega from 'vega';
import { compile, type Config } from 'vega-lite';
import type { Chart, ChartDrawings } from '../engine/model/chart.ts';
import { localeOf } from './locale.ts';
import { cellsOf } from './facets.ts';
import { lightColors } from './theme.ts';
import { textWidth } from './text-width.ts';
import type { Size } from './context.ts';
import { tidySvg } from './tidy-svg.ts';
import { toVegaLite } from './to-vega-lite.ts';

/** Widths of the two drawings of pages, in pixels. */
const widths = { wide: 640, narrow: 340 };
/** How often a drawing is made until its width is right; axes change with the width of the plot. */
const rounds = 4;
/** What a line at the edge needs on its outer side, in pixels. */
const slack = 1;

// Vega would measure with a canvas where the machine has one.
vega.textMetrics.width = (item: { fontSize?: number; fontWeight?: number | string }, text: string) =>
  textWidth(String(text), { size: item.fontSize ?? 11, isBold: Number(item.fontWeight) >= 600 });

/** Nothing is loaded: a chart has its data with it. */
const loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
};

function refuse(uri: string): never {
  throw new Error(`A chart asked for \`${uri}\`. Charts load nothing: report this as a defect of the drawing.`);
}

/** Draws a chart, the same on every machine and day. `language` is that of numbers and months. */
export async function drawChart(chart: Chart, language: string): Promise<ChartDrawings> {
  const wide = await drawIn(chart, widths.wide, language);
  const narrow = await drawIn(chart, widths.narrow, language);
  return { wide, narrow, plain: toPlain(wide) };
}

async function drawIn(chart: Chart, width: number, language: string): Promise<string> {
  const size = { width, plot: width, isNarrow: width === widths.narrow };
  const { view, setPlot } = createView(chart, size, language);
  const columns = cellsOf(chart, size)[0]?.length ?? 1;
  let plot = width;
  for (let round = 1; ; round += 1) {
    await view.runAsync();
    const { root } = view.scenegraph();
    const surplus = root.bounds.x2 - root.bounds.x1 + 2 * slack - width;
    if (Math.abs(surplus) < 0.5 || round === rounds) return toSvg(root, width);
    plot = Math.max(40, plot - surplus / columns);
    setPlot(plot);
  }
}

type ChartView = { view: vega.View; setPlot: (width: number) => void };

/** A chart that can be drawn again with plots of another width, without being compiled again. */
function createView(chart: Chart, size: Size, language: string): ChartView {
  const { spec } = compile(toVegaLite(chart, size), {
    logger: strictLogger,
    // The types ask for tuples of twelve months and of seven days.
    config: { locale: localeOf(language) as Config['locale'] },
  });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', loader, logger: drawingLogger });
  const signals = (spec.signals ?? []).filter((signal) => 'value' in signal && /width$/i.test(signal.name));
  const names = [...(spec.width === undefined ? [] : ['width']), ...signals.map(({ name }) => name)];
  return { view, setPlot: (width) => names.forEach((name) => view.signal(name, width)) };
}

function toSvg(root: vega.Scene, width: number): string {
  const { x1, y1, y2 } = root.bounds;
  const height = Math.ceil(y2 - y1 + 2 * slack);
  const renderer = new vega.SVGStringRenderer(loader);
  renderer.initialize(null, width, height, [slack - x1, slack - y1], 1);
  renderer.render(root);
  return tidySvg(renderer.svg(), { width, height });
}

const fail = (...words: unknown[]): never => {
  throw new Error(`A chart could not be drawn: ${words.join(' ')}. Report this as a defect of the schema of charts.`);
};
const strictLogger = {
  level: () => strictLogger,
  error: fail,
  warn: fail,
  info: () => strictLogger,
  debug: () => strictLogger,
};

/** A small chart without rows has no extent of its own, and the axes of the others. */
const drawingLogger = {
  ...strictLogger,
  warn: (...words: unknown[]) => (String(words[0]).startsWith('Infinite extent') ? drawingLogger : fail(...words)),
};

/** The variables as values in light, for a picture that is no part of a page. */
const toPlain = (svg: string): string =>
  svg.replace(
    /var\(--([a-z]+)\)/g,
    (_, name: string) => lightColors[name] ?? fail(`the colour \`${name}\` has no value`),
  );

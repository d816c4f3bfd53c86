import type { ChartLayer } from '../engine/model/chart-spec.ts';
import { canShow, layersOf, type Chart, type ChartDrawings } from '../engine/model/chart.ts';
import { isDiscrete, type CategoryLabels, type Context, type Size } from './context.ts';
import { drawPlots, type DrawnPlot } from './draw-plot.ts';
import { cellsOf } from './facets.ts';
import { drawLegends } from './legend.ts';
import { setLanguage } from './locale.ts';
import { element, group, type Shape } from './svg.ts';
import { textWidth } from './text-width.ts';
import { font, fontSize, labelPadding, lightColors } from './theme.ts';

const sizes = { wide: { width: 640, isNarrow: false }, narrow: { width: 340, isNarrow: true } };
/** The maximum number of layouts until the width fits. Axes change with the width of the plot. */
const rounds = 8;
/** Space outside the edge for the width of a line, in pixels. */
const slack = 1;
/** Gaps between small charts, and below the legend, in pixels. */
const gaps = { x: 24, y: 22, legend: 12 };

/** Draws a chart. The result depends on the inputs only. `language` is the language of numbers and months. */
export function drawChart(chart: Chart, language: string): ChartDrawings {
  setLanguage(language);
  const wide = drawIn(chart, sizes.wide);
  return { wide, narrow: drawIn(chart, sizes.narrow), plain: withLightColors(wide) };
}

function drawIn(chart: Chart, size: Size): string {
  const layers = layersOf(chart.spec).map(withoutUnseen);
  const columns = cellsOf(chart, size)[0]?.length ?? 1;
  const context = { chart, size, layers, labels: labelsOf(chart, layers, { ...size, width: size.width / columns }) };
  let plotWidth = size.width;
  for (let round = 1; ; round += 1) {
    const { shapes, width, height } = layOut(context, plotWidth);
    const surplus = width - size.width;
    if (Math.abs(surplus) < 0.5 || round === rounds) return svgOf(shapes, { width: size.width, height });
    plotWidth = Math.max(40, plotWidth - surplus / columns);
  }
}

/** Returns a layer without the channels that its mark does not show. */
const withoutUnseen = ({ mark, encoding }: ChartLayer): ChartLayer => ({
  mark,
  encoding: Object.fromEntries(Object.entries(encoding).filter(([channel]) => canShow(mark.type, channel))),
});

function labelsOf({ rows }: Chart, layers: readonly ChartLayer[], { width, isNarrow }: Size): CategoryLabels {
  const field = layers.map(({ encoding }) => encoding.y).find((y) => isDiscrete(y?.type) && y?.axis !== null)?.field;
  if (field === undefined) return { isAbove: false, width: 0 };
  const widest = Math.max(...rows.map((row) => textWidth(String(row[field] ?? ''), font)));
  const isAbove = widest > width * (isNarrow ? 0.28 : 0.45);
  return { isAbove, width: isAbove ? 0 : widest + labelPadding };
}

type Layout = { shapes: Shape[]; width: number; height: number };

/** Lays out the small charts in rows and columns below the legend. */
function layOut(context: Context, plotWidth: number): Layout {
  const lines = cellsOf(context.chart, context.size).map((cells) => drawPlots(cells, plotWidth, context));
  const { lefts, right } = columnsOf(lines);
  const legend = drawLegends(context);
  const shapes = legend === null ? [] : [group([legend], (lefts[0] ?? 0) - context.labels.width, slack)];
  let bottom = slack + (legend === null ? -gaps.y : legend.box.bottom + gaps.legend - gaps.y);
  for (const line of lines) {
    const top = Math.ceil(bottom + gaps.y + Math.max(...line.map(({ box }) => -box.top)));
    shapes.push(...line.map((plot, column) => group(plot.shapes, lefts[column] ?? 0, top)));
    bottom = top + Math.max(...line.map(({ box }) => box.bottom));
  }
  return { shapes, width: right + slack, height: Math.ceil(bottom + slack) };
}

/** Returns the left edges of the columns' plots, and the right edge of the last column. */
function columnsOf(lines: readonly DrawnPlot[][]): { lefts: number[]; right: number } {
  const lefts: number[] = [];
  let right = slack - gaps.x;
  for (const column of lines[0]?.keys() ?? []) {
    const boxes = lines.flatMap((line) => line[column]?.box ?? []);
    const left = right + gaps.x + Math.ceil(Math.max(...boxes.map((box) => -box.left)));
    lefts.push(left);
    right = left + Math.max(...boxes.map((box) => box.right));
  }
  return { lefts, right };
}

function svgOf(shapes: readonly Shape[], { width, height }: { width: number; height: number }): string {
  const style = { fill: 'none', 'font-family': 'sans-serif', 'font-size': fontSize };
  const root = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return element('svg', root, element('g', style, shapes.map(({ svg }) => svg).join('')));
}

/** Replaces CSS variables by their light values, for pictures outside a page. */
const withLightColors = (svg: string): string =>
  svg.replace(/var\(--([a-z]+)\)/g, (_, name: string) => lightColors[name] ?? 'currentColor');

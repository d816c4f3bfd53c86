import { drawAxes } from './axes.ts';
import { isDiscrete, typeOfSide, type Context, type Plot } from './context.ts';
import type { Cell } from './facets.ts';
import { drawLayer } from './marks.ts';
import { categoryNames, createScale } from './scales.ts';
import { around, drawText, type Box, type Point, type Shape } from './svg.ts';
import { colorOf, fontSize } from './theme.ts';

const heights = { wide: 300, narrow: 260 };
/** The minimum height of a category whose name is above its mark, in pixels. */
const stepAbove = 42;

/** A small chart as shapes with their bounding box. The upper left corner of the plot is at 0, 0. */
export type DrawnPlot = { shapes: Shape[]; box: Box };

/** Draws the small charts of one row. `width` is the width of each plot. */
export function drawPlots(cells: readonly Cell[], width: number, context: Context): DrawnPlot[] {
  const { chart, layers } = context;
  const rowsOfLine = cells.flatMap(({ rows }) => rows);
  const height = heightOf(context, rowsOfLine);
  // All small charts share number scales. A category scale has only the categories of its own rows.
  const rowsOfY = isDiscrete(typeOfSide('y', layers)) ? rowsOfLine : chart.rows;
  const y = createScale('y', { layers, rows: rowsOfY, length: height });
  const plots = cells.map((cell) => {
    const rowsOfX = isDiscrete(typeOfSide('x', layers)) ? cell.rows : chart.rows;
    const x = createScale('x', { layers, rows: rowsOfX, length: width });
    return drawPlot({ ...context, cell, width, height, x, y });
  });
  // Align the titles of the row.
  const top = Math.min(...plots.map((plot) => plot.top));
  return plots.map(({ shapes }, index) => {
    const title = drawTitle(cells[index]?.title ?? null, [-context.labels.width, top - 11]);
    return { shapes: [...shapes, ...title], box: around([...shapes, ...title].map(({ box }) => box)) };
  });
}

function heightOf({ chart: { spec }, size, layers, labels }: Context, rows: Cell['rows']): number {
  if (!isDiscrete(typeOfSide('y', layers))) return spec.height ?? (size.isNarrow ? heights.narrow : heights.wide);
  return Math.max(spec.step ?? 28, labels.isAbove ? stepAbove : 0) * categoryNames('y', layers, rows).length;
}

/** Draws a plot with its axes. `top` is the top of its labels. */
function drawPlot(plot: Plot): { shapes: Shape[]; top: number } {
  const { lines, texts } = drawAxes(plot);
  const plotArea = { svg: '', box: { left: 0, right: plot.width, top: 0, bottom: plot.height } };
  return {
    shapes: [plotArea, ...lines, ...texts, ...plot.layers.flatMap((layer) => drawLayer(layer, plot))],
    top: Math.min(0, ...texts.map(({ box }) => box.top)),
  };
}

const drawTitle = (title: string | null, position: Point): Shape[] =>
  title === null ? [] : [drawText(title, position, { size: fontSize + 1, isBold: true, color: colorOf('ink') })];

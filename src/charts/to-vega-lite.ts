import type { TopLevelSpec } from 'vega-lite';
import type { ChartLayer, Encoding } from '../engine/model/chart-spec.ts';
import { canShow, layersOf, type Chart } from '../engine/model/chart.ts';
import { isDiscrete, typeOfSide, type CategoryLabels, type Context, type Size } from './context.ts';
import { cellsOf } from './facets.ts';
import { textWidth } from './text-width.ts';
import { font, labelPadding, theme } from './theme.ts';
import { toEncoding } from './to-encoding.ts';
import { toMark } from './to-mark.ts';

const heights = { wide: 300, narrow: 260 };
/** The least height of a category whose name is above its mark. */
const stepAbove = 42;

/** A chart as a specification of Vega-Lite, in a width. */
export function toVegaLite(chart: Chart, size: Size): TopLevelSpec {
  const layers = layersOf(chart.spec);
  const shared = { chart, size, layers, labels: labelsOf(chart, layers, size) };
  const lines = cellsOf(chart, size).map((cells) => ({
    hconcat: cells.map((cell) => toPlot({ ...shared, cell })),
    spacing: 24,
    resolve: { scale: { x: scaleOf('x', layers), y: 'shared' } },
  }));
  const spec = {
    vconcat: lines.map((line) => (line.hconcat.length === 1 ? line.hconcat[0] : line)),
    spacing: 22,
    resolve: { scale: { x: 'shared', y: scaleOf('y', layers) } },
    config: theme,
    padding: 0,
    autosize: { type: 'pad' },
  };
  return spec as TopLevelSpec;
}

/** Small charts share what they measure; each has only the categories of its own rows. */
const scaleOf = (side: 'x' | 'y', layers: readonly ChartLayer[]): 'shared' | 'independent' =>
  isDiscrete(typeOfSide(side, layers)) ? 'independent' : 'shared';

const toPlot = (context: Context): object => ({
  ...(context.cell.title !== null && { title: { text: context.cell.title, dx: -context.labels.width } }),
  width: context.size.plot,
  height: heightOf(context),
  data: { values: context.cell.rows },
  layer: context.layers.map((layer) => toLayer(layer, context)),
});

function labelsOf({ rows }: Chart, layers: readonly ChartLayer[], { width, isNarrow }: Size): CategoryLabels {
  const field = layers.map(({ encoding }) => encoding.y).find((y) => isDiscrete(y?.type) && y?.axis !== null)?.field;
  if (field === undefined) return { isAbove: false, width: 0 };
  const widest = Math.max(...rows.map((row) => textWidth(String(row[field] ?? ''), font)));
  const isAbove = widest > width * (isNarrow ? 0.28 : 0.45);
  return { isAbove, width: isAbove ? 0 : widest + labelPadding };
}

function heightOf({ chart: { spec }, size, layers, labels }: Context): number | { step: number } {
  if (!isDiscrete(typeOfSide('y', layers))) return spec.height ?? (size.isNarrow ? heights.narrow : heights.wide);
  return { step: Math.max(spec.step ?? 28, labels.isAbove ? stepAbove : 0) };
}

/** A row is drawn by the layers whose positions and text it has. */
function toLayer({ mark, encoding: all }: ChartLayer, context: Context): object {
  const encoding: Encoding = Object.fromEntries(Object.entries(all).filter(([channel]) => canShow(mark.type, channel)));
  const fields = [encoding.x, encoding.y, encoding.x2, encoding.y2, encoding.text].flatMap((one) => one?.field ?? []);
  return {
    mark: toMark(mark),
    transform: fields
      .filter((field) => context.chart.rows.some((row) => row[field] === null))
      .map((field) => ({ filter: { not: { field, equal: null } } })),
    encoding: toEncoding(encoding, context),
  };
}

import type { TopLevelSpec } from 'vega-lite';
import { readMoment } from '../engine/charts/parse-chart.ts';
import type { ChartLayer, Encoding, FieldType } from '../engine/model/chart-spec.ts';
import { layersOf, type Chart } from '../engine/model/chart.ts';
import { cellsOf, type Cell } from './facets.ts';
import { categoryColors, colorOf, font, labelPadding, theme } from './theme.ts';
import { textWidth, wrapText } from './text-width.ts';

/** The size that a drawing has and the width that its plots get, in pixels. */
export type Size = { width: number; plot: number; isNarrow: boolean };

type Position = NonNullable<Encoding['x']>;
type Scale = Position['scale'];
type Context = { chart: Chart; size: Size; layers: ChartLayer[]; labels: CategoryLabels; cell: Cell };

/** How the names of categories on the y axis stand: above their marks, or beside them in a column of some pixels. */
type CategoryLabels = { isAbove: boolean; width: number };

const heights = { wide: 300, narrow: 260 };
/** The least height of a category whose name stands above its mark. */
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

const isDiscrete = (type: FieldType | undefined): boolean => type === 'nominal' || type === 'ordinal';

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

/** A row is drawn by the layers whose positions it has. */
function toLayer({ mark, encoding }: ChartLayer, context: Context): object {
  const fields = [encoding.x, encoding.y, encoding.x2, encoding.y2].flatMap((one) => one?.field ?? []);
  return {
    mark: toMark(mark),
    transform: fields
      .filter((field) => context.chart.rows.some((row) => row[field] === null))
      .map((field) => ({ filter: { field, valid: true } })),
    encoding: toEncoding(encoding, context),
  };
}

function toMark({ type, color, filled, size, opacity, dashed, point, bold, ...rest }: ChartLayer['mark']): object {
  const tint = color === undefined ? {} : { color: colorOf(color) };
  const shared = { type, ...tint, opacity: opacity ?? (type === 'area' ? 0.25 : 1), ...rest };
  const dash = dashed === true ? { strokeDash: [4, 4] } : {};
  switch (type) {
    case 'point':
      return { color: colorOf('accent'), ...shared, filled: filled ?? true, size: size ?? 64, strokeWidth: 1.5 };
    case 'line':
      return {
        color: colorOf('accent'),
        ...shared,
        ...dash,
        strokeWidth: size ?? 2,
        point: point === true && { size: 48 },
      };
    case 'bar':
      return { color: colorOf('accent'), ...shared, size: size ?? 14, cornerRadiusEnd: 2 };
    case 'rule':
      return { color: colorOf('quiet'), ...shared, ...dash, strokeWidth: size ?? 1.5 };
    case 'tick':
      return { color: colorOf('ink'), ...shared, thickness: 2, size: size ?? 18 };
    case 'text':
      return { color: colorOf('ink'), ...shared, fontWeight: bold === true ? 600 : 400 };
    default:
      return { color: colorOf('accent'), ...shared };
  }
}

function toEncoding({ x, y, x2, y2, color, shape, size, text, detail, order }: Encoding, context: Context): object {
  const all = {
    x: x && toPosition(x, 'x', context),
    y: y && toPosition(y, 'y', context),
    x2,
    y2,
    color:
      color &&
      toCategory(color, {
        ...context,
        range: (color.scale?.range ?? []).map(colorOf),
        standard: categoryColors,
        value: color.value && colorOf(color.value),
      }),
    shape:
      shape &&
      toCategory(shape, { ...context, range: shape.scale?.range ?? [], standard: undefined, value: shape.value }),
    size:
      size &&
      (size.field === undefined
        ? { value: size.value }
        : { field: size.field, type: size.type, legend: size.legend ?? null }),
    text:
      text &&
      (text.field === undefined
        ? { value: text.value }
        : { field: text.field, type: text.type, ...(text.format && { format: text.format }) }),
    detail,
    order,
  };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}

function toPosition(
  { field, type, value, datum, scale, axis, sort }: Position,
  side: 'x' | 'y',
  context: Context,
): object {
  const typed = type ?? typeOfSide(side, context.layers);
  if (value !== undefined) return { value };
  const shown = datum === undefined ? { field } : { datum: toDatum(datum, typed) };
  return {
    ...shown,
    type: typed,
    ...(datum === undefined && { stack: null }),
    ...(isDiscrete(typed) && { sort: sort ?? null }),
    scale: toScale(scale, typed),
    axis: axis === null ? null : toAxis(axis ?? {}, { side, type: typed, ...context }),
  };
}

const typeOfSide = (side: 'x' | 'y', layers: readonly ChartLayer[]): FieldType =>
  layers.map(({ encoding }) => encoding[side]?.type).find((type) => type !== undefined) ?? 'quantitative';

const toDatum = (value: number | string, type: FieldType): number | string =>
  type === 'temporal' ? (readMoment(String(value)) ?? value) : value;

function toScale(scale: Scale, type: FieldType): object {
  const { domain, ...rest } = scale ?? {};
  return {
    ...(type === 'temporal' && { type: 'utc' }),
    ...rest,
    ...(domain && { domain: domain.map((one) => toDatum(one, type)) }),
  };
}

type AxisContext = Pick<Context, 'labels' | 'size' | 'cell'> & { side: 'x' | 'y'; type: FieldType };

function toAxis(
  { title, format, values, grid }: NonNullable<Position['axis']>,
  { side, type, labels, size, cell }: AxisContext,
): object {
  const isCategory = isDiscrete(type);
  // Of several charts below or beside each other, the last or the first has the axis.
  const isAtEdge = side === 'x' ? cell.isLast || isCategory : cell.isFirst;
  return {
    ...(!isAtEdge && { labels: false }),
    title:
      title === undefined || title === null || !isAtEdge ? null : wrapText(title, size.width - 20, font).split('\n'),
    ...(format !== undefined && { format }),
    ...(values !== undefined && { values: values.map((one) => toDatum(one, type)) }),
    ...(grid !== undefined && { grid }),
    ...(!isCategory && { tickCount: size.isNarrow ? 4 : 6, labelFlush: labels.isAbove }),
    // The title of a y axis stands above it, so that nobody has to turn their head.
    ...(side === 'y' && {
      titleAngle: 0,
      titleAlign: 'left',
      titleAnchor: 'end',
      titleBaseline: 'bottom',
      titleX: 0,
      titleY: -10,
    }),
    ...(side === 'y' &&
      isCategory &&
      labels.isAbove && { labelAlign: 'left', labelBaseline: 'bottom', labelPadding: 0, labelOffset: -9 }),
  };
}

type CategoryContext = Context & {
  range: readonly string[];
  standard: readonly string[] | undefined;
  value: string | undefined;
};
type Category = NonNullable<Encoding['color'] | Encoding['shape']>;

function toCategory(
  { field, type, scale, legend, sort }: Category,
  { chart, size, range, standard, value }: CategoryContext,
): object {
  if (field === undefined) return { value };
  const names = scale?.domain?.map(String) ?? [...new Set(chart.rows.map((row) => String(row[field] ?? '')))];
  const widest = Math.max(...names.map((name) => textWidth(name, font))) + 36;
  const columns = Math.max(1, Math.min(names.length, Math.floor(size.width / widest)));
  const colors = range.length > 0 ? range : standard;
  return {
    field,
    type,
    sort: sort ?? null,
    scale: { domain: names, ...(colors && { range: colors.slice(0, Math.max(names.length, 1)) }) },
    legend: legend === null ? null : { title: legend?.title ?? null, columns },
  };
}

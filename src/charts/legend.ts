import { categoriesOf, sizesOf, type Category } from './categories.ts';
import type { Context } from './context.ts';
import { drawLine, drawText, group, type Shape } from './svg.ts';
import { drawSymbol } from './symbols.ts';
import { textWidth } from './text-width.ts';
import { colorOf, font, lineHeight } from './theme.ts';

/** Distances in a legend, in pixels. */
const [rowHeight, entryPadding, legendPadding] = [16, 18, 10];

type Entry = { name: string; symbol: Shape };
type Legend = { title: string | null; entries: Entry[] };

/** Draws the legends of a chart, stacked from the upper left corner. Returns null if there are none. */
export function drawLegends(context: Context): Shape | null {
  const shapes: Shape[] = [];
  let top = 0;
  const legends = [...legendsOfCategories(context), ...legendsOfSizes(context)];
  for (const legend of legends.filter(({ entries }) => entries.length > 0)) {
    const shape = group(drawLegend(legend, context.size.width - 44), 0, top);
    shapes.push(shape);
    top = shape.box.bottom + legendPadding;
  }
  return shapes.length === 0 ? null : group(shapes, 0, 0);
}

function drawLegend({ title, entries }: Legend, width: number): Shape[] {
  const head = title === null ? [] : [drawText(title, [0, 9.5], {})];
  let [x, y] = [0, title === null ? 0 : lineHeight + 3];
  const body = entries.flatMap(({ name, symbol }) => {
    const textAt = Math.max(16, symbol.box.right + 5);
    const length = textAt + textWidth(name, font);
    if (x > 0 && x + length > width) [x, y] = [0, y + rowHeight];
    const shapes = [symbol, drawText(name, [textAt, 10], { color: colorOf('ink') })];
    const entry = group(shapes, x, y);
    x += length + entryPadding;
    return entry;
  });
  return [...head, ...body];
}

/** Returns one legend per column, even if the column has both colours and shapes. */
function legendsOfCategories(context: Context): Legend[] {
  const [colors, shapes] = [categoriesOf('color', context), categoriesOf('shape', context)];
  const shapesOnly = shapes.filter(({ field }) => colors.every((color) => color.field !== field));
  return [...colors, ...shapesOnly].flatMap(({ field, values, legend }) =>
    legend === undefined
      ? []
      : {
          title: legend,
          entries: [...values.keys()].map((name) => ({
            name,
            symbol: symbolOf(name, field, { colors, shapes, context }),
          })),
        },
  );
}

type SymbolContext = { colors: readonly Category[]; shapes: readonly Category[]; context: Context };

/**
 * Draws the symbol of a legend entry: a square for bars and areas, a line if there are only lines, otherwise a point.
 */
function symbolOf(name: string, field: string, { colors, shapes, context: { layers } }: SymbolContext): Shape {
  const valueIn = (all: readonly Category[]): string | undefined =>
    all.find((candidate) => candidate.field === field)?.values.get(name);
  const color = valueIn(colors) ?? colorOf('quiet');
  const points = layers.find(({ mark }) => mark.type === 'point' || mark.point === true);
  const has = (...types: string[]): boolean => layers.some(({ mark }) => types.includes(mark.type));
  if (points === undefined && has('line', 'rule'))
    return drawLine([0, 6], [12, 6], { stroke: color, 'stroke-width': 2 });
  const isFilled = points?.mark.filled ?? true;
  const shape = valueIn(shapes) ?? (points === undefined && has('bar', 'area', 'tick') ? 'square' : 'circle');
  return drawSymbol([6, 6], { shape, color, size: 64, isFilled });
}

/** Returns a legend for a column that sets the size of points, if the specification requests one. */
function legendsOfSizes({ chart, layers }: Context): Legend[] {
  const layer = layers.find(
    ({ mark, encoding: { size } }) => mark.type === 'point' && size?.field !== undefined && size.legend,
  );
  const { field, legend } = layer?.encoding.size ?? {};
  if (layer === undefined || field === undefined) return [];
  const scale = sizesOf(field, layer, chart.rows);
  const print = scale.tickFormat(4);
  const isFilled = layer.mark.filled ?? true;
  const entries = scale
    .ticks(4)
    .filter((tick) => tick > 0)
    .map((tick) => ({
      name: print(tick),
      symbol: drawSymbol([6, 6], { shape: 'circle', color: colorOf('quiet'), size: scale(tick), isFilled }),
    }));
  return [{ title: legend?.title ?? null, entries }];
}

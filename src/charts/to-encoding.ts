import type { Encoding, FieldType } from '../engine/model/chart-spec.ts';
import { isDiscrete, toDatum, typeOfSide, type Context, type Position } from './context.ts';
import { powersOf, toAxis, toNumberFormat } from './to-axis.ts';
import { textWidth } from './text-width.ts';
import { categoryColors, colorOf, font } from './theme.ts';

/** The channels of a layer as Vega-Lite has them. */
export function toEncoding(
  { x, y, x2, y2, color, shape, size, text, detail, order }: Encoding,
  context: Context,
): object {
  const all = {
    x: x && toPosition(x, 'x', context),
    y: y && toPosition(y, 'y', context),
    x2: x2 && toSecond(x2, typeOfSide('x', context.layers)),
    y2: y2 && toSecond(y2, typeOfSide('y', context.layers)),
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
        : {
            field: text.field,
            type: text.type,
            ...(text.format && { format: text.type === 'quantitative' ? toNumberFormat(text.format) : text.format }),
          }),
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
    ...(isDiscrete(typed) && { sort: sort ?? [...new Set(context.cell.rows.map((row) => row[field ?? '']))] }),
    scale: toScale(scale, typed),
    axis:
      axis === null
        ? null
        : toAxis(axis ?? {}, { side, type: typed, powers: powersOf({ field, scale }, context.chart), ...context }),
  };
}

const toSecond = ({ field, value, datum }: NonNullable<Encoding['x2']>, type: FieldType): object => {
  if (field !== undefined) return { field };
  return datum === undefined ? { value } : { datum: toDatum(datum, type) };
};

function toScale(scale: Position['scale'], type: FieldType): object {
  const { domain, ...rest } = scale ?? {};
  return {
    ...(type === 'temporal' && { type: 'utc' }),
    ...rest,
    ...(domain && { domain: domain.map((one) => toDatum(one, type)) }),
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

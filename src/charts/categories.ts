import { scaleLinear } from 'd3-scale';
import type { ChartLayer } from '../engine/model/chart-spec.ts';
import { mergeSettings, valuesOf, type Context, type Row } from './context.ts';
import { sortNames } from './facets.ts';
import { categoryShapes } from './symbols.ts';
import { categoryColors, colorOf } from './theme.ts';

/** The categories of a column, each with its colour or shape. */
export type Category = {
  field: string;
  values: Map<string, string>;
  /** The title of the legend, or undefined if there is no legend. */
  legend: string | null | undefined;
};

/** Returns the columns that the layers show in a channel. A column has the same colours in all layers. */
export function categoriesOf(
  channelName: 'color' | 'shape',
  { chart, layers }: Pick<Context, 'chart' | 'layers'>,
): Category[] {
  const channels = layers
    .map(({ encoding }) => encoding[channelName])
    .filter((channel) => channel?.field !== undefined);
  const fields = [...new Set(channels.flatMap((channel) => channel?.field ?? []))];
  const standard: readonly string[] = channelName === 'color' ? categoryColors : categoryShapes;
  return fields.map((field) => {
    const ofField = channels.filter((channel) => channel?.field === field);
    const { domain, range = standard } = mergeSettings<{ domain?: (string | number)[]; range?: readonly string[] }>(
      ofField.map((channel) => channel?.scale),
    );
    const sort = ofField.map((channel) => channel?.sort).find((order) => order !== undefined);
    const names = domain?.map(String) ?? sortNames(valuesOf(field, chart.rows).map(String), sort);
    const values = names.map((name, index): [string, string] => {
      const value = range[index % range.length] ?? '';
      return [name, channelName === 'color' ? colorOf(value) : value];
    });
    return { field, values: new Map(values), legend: legendOf(ofField) };
  });
}

type WithLegend = { legend?: { title?: string | null | undefined } | null | undefined } | undefined;

function legendOf(channels: readonly WithLegend[]): string | null | undefined {
  if (channels.every((channel) => channel?.legend === null)) return undefined;
  return channels.map((channel) => channel?.legend?.title).find((title) => title !== undefined) ?? null;
}

/** The smallest and largest size of marks that show numbers: in square pixels for points, otherwise in pixels. */
const sizes: Readonly<Record<string, [number, number]>> = {
  point: [0, 361],
  text: [8, 40],
  bar: [2, 20],
  tick: [2, 20],
};
const widths: [number, number] = [1, 4];

/** Returns the scale from the numbers of a column to sizes of a mark. Its domain is zero to the maximum. */
export function sizesOf(field: string, { mark }: Pick<ChartLayer, 'mark'>, rows: readonly Row[]) {
  const numbers = valuesOf(field, rows).map(Number);
  return scaleLinear([0, Math.max(0, ...numbers)], sizes[mark.type] ?? widths).clamp(true);
}

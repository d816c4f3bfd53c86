import { scaleLinear, scaleLog, scalePoint, scaleSqrt, scaleSymlog, scaleUtc } from 'd3-scale';
import type { ChartLayer, FieldType } from '../engine/model/chart-spec.ts';
import type { Datum } from '../engine/model/chart.ts';
import {
  datumOf,
  isDiscrete,
  mergeSettings,
  rowsOf,
  typeOfSide,
  valuesOf,
  type Position,
  type Row,
  type Side,
} from './context.ts';
import { sortNames } from './facets.ts';
import { isAlong } from './orientation.ts';

type Value = number | string;

/** Maps the values of a side to pixels of a plot. */
export type Scale = {
  isCategory: boolean;
  /** Returns the position of a value in pixels. */
  at: (value: Datum) => number;
  /** The start of bars and areas, in pixels. */
  base: number;
  /** Returns about `count` round values, or all categories. */
  ticks: (count: number) => Value[];
  /** Returns a formatter for the values of about `count` ticks. `format` is a format of d3. */
  formatOf: (count: number, format: string | undefined) => (value: Value) => string;
};

type ScaleOptions = { layers: readonly ChartLayer[]; rows: readonly Row[]; length: number };
type Settings = NonNullable<Position['scale']>;

const settingsOf = (side: Side, layers: readonly ChartLayer[]): Settings =>
  mergeSettings(layers.map(({ encoding }) => encoding[side]?.scale));

/**
 * Creates the scale of a side from the rows that share it. `length` is in pixels. Returns null if no layer uses the
 * side.
 */
export function createScale(side: Side, { layers, rows, length }: ScaleOptions): Scale | null {
  if (layers.every(({ encoding }) => encoding[side] === undefined)) return null;
  const type = typeOfSide(side, layers);
  const settings = settingsOf(side, layers);
  const isTurned = (side === 'y' && !isDiscrete(type)) !== (settings.reverse === true);
  const range: [number, number] = isTurned ? [length, 0] : [0, length];
  if (isDiscrete(type)) return categoryScale(categoryNames(side, layers, rows), range);
  const domain = domainOf(side, layers, rows);
  if (type === 'temporal') return timeScale(domain, range, settings);
  return numberScale(domain, range, { ...settings, nice: settings.nice ?? settings.domain === undefined });
}

/** Returns the categories of a side, in the order of `scale.domain`, of `sort`, or else of the rows. */
export function categoryNames(side: Side, layers: readonly ChartLayer[], rows: readonly Row[]): string[] {
  const { domain } = settingsOf(side, layers);
  if (domain !== undefined) return domain.map(String);
  const names = rows.flatMap((row) =>
    layers.flatMap((layer) => valuesOf(layer.encoding[side]?.field, rowsOf(layer, [row])).map(String)),
  );
  const sort = layers.map(({ encoding }) => encoding[side]?.sort).find((order) => order !== undefined);
  const used = new Set(names);
  return sortNames(names, sort).filter((name) => used.has(name));
}

/** Returns the minimum and maximum of the values that the layers show on a side. */
function domainOf(side: Side, layers: readonly ChartLayer[], rows: readonly Row[]): [number, number] {
  const type = typeOfSide(side, layers);
  const { domain, zero, type: kind } = settingsOf(side, layers);
  const values =
    domain?.map((bound) => datumOf(bound, type)) ??
    layers.flatMap((layer) => valuesOfLayer(side, layer, { type, rows }));
  const numbers = values.filter((value) => typeof value === 'number');
  const hasZero =
    type === 'quantitative' && kind !== 'log' && (zero ?? (domain === undefined && wantsZero(side, layers)));
  const least = Math.min(...numbers, ...(hasZero ? [0] : []));
  const most = Math.max(...numbers, ...(hasZero ? [0] : []));
  if (least < most || (least === most && least !== 0)) return [least, most];
  return kind === 'log' ? [1, 10] : [0, 1];
}

function valuesOfLayer(
  side: Side,
  layer: ChartLayer,
  { type, rows }: { type: FieldType; rows: readonly Row[] },
): Value[] {
  const { [side]: first, [`${side}2` as const]: second } = layer.encoding;
  return [first, second].flatMap((channel) =>
    channel?.datum === undefined ? valuesOf(channel?.field, rowsOf(layer, rows)) : [datumOf(channel.datum, type)],
  );
}

/** Returns true if a side must start at zero. The axis along which lines, areas and bars are placed need not. */
const wantsZero = (side: Side, layers: readonly ChartLayer[]): boolean =>
  layers
    .filter(({ encoding }) => encoding[side] !== undefined)
    .every((layer) => !['line', 'area', 'bar'].includes(layer.mark.type) || isAlong(side, layer, layers));

function categoryScale(names: readonly string[], range: [number, number]): Scale {
  const scale = scalePoint(names, range).padding(0.5);
  const at = (value: Datum): number => scale(String(value)) ?? 0;
  return { isCategory: true, at, base: range[0], ticks: () => [...names], formatOf: () => String };
}

function timeScale(domain: [number, number], range: [number, number], { nice }: Settings): Scale {
  const scale = scaleUtc(domain, range);
  if (nice === true) scale.nice();
  return {
    isCategory: false,
    at: (value) => scale(Number(value)),
    base: range[0],
    ticks: (count) => scale.ticks(count).map(Number),
    formatOf: (count, format) => {
      const print = format === undefined ? scale.tickFormat(count) : scale.tickFormat(count, format);
      return (value) => print(new Date(value));
    },
  };
}

const numberScales = {
  linear: scaleLinear<number, number>,
  log: scaleLog<number, number>,
  sqrt: scaleSqrt<number, number>,
  symlog: scaleSymlog<number, number>,
} as const;

function numberScale(domain: [number, number], range: [number, number], { type = 'linear', nice }: Settings): Scale {
  const scale = numberScales[type]().domain(domain).range(range);
  if (nice === true) scale.nice();
  const [least = 0, most = 0] = scale.domain();
  return {
    isCategory: false,
    at: (value) => scale(Number(value)),
    base: type !== 'log' && least <= 0 && most >= 0 ? scale(0) : range[0],
    ticks: (count) => (type === 'log' ? ticksOfLog(scale.ticks(count), count) : scale.ticks(count)),
    formatOf: (count, format) => {
      const numberFormat = format === undefined ? undefined : numberFormatOf(format);
      // With a count, d3 would print only some ticks of a logarithmic scale.
      const print =
        type === 'log' ? scale.tickFormat(Infinity, numberFormat ?? ',') : scale.tickFormat(count, numberFormat);
      return (value) => print(Number(value));
    },
  };
}

/** Returns powers of ten. If they are too few, adds their doubles and halves, and then all digits. */
function ticksOfLog(ticks: number[], count: number): number[] {
  const shownBy = (digits: string): number[] =>
    ticks.filter((tick) => digits.includes(tick.toExponential(0).charAt(0)));
  const all = [shownBy('1'), shownBy('125'), ticks];
  let shown = all.find(({ length }) => length >= 3) ?? ticks;
  while (shown.length > count) shown = shown.filter((_, index) => index % 2 === 0);
  return shown;
}

/** Adds `~f` to a format without a type letter, for which d3 would choose its own rounding. */
export const numberFormatOf = (format: string): string => (/[a-zA-Z%]$/.test(format) ? format : `${format}~f`);

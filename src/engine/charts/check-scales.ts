import type { ChartSpec, Encoding, FieldType } from '../model/chart-spec.ts';
import type { DataTable } from '../model/chart.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { readMoment } from './read-cell.ts';

type Path = (string | number)[];
/** A setting that contradicts the data, at a path of the specification. */
export type Contradiction = { path: Path; reason: string };

type Channel = NonNullable<Encoding['x'] | Encoding['color'] | Encoding['shape']>;
type Scale = NonNullable<Channel['scale']>;

/** Checks that scales, axes and orders name values of the data, and have the types of their columns. */
export function checkScales({ encoding, layer, facet }: ChartSpec, table: DataTable): Contradiction[] {
  const encodings: { encoding: Encoding; path: Path }[] = [
    { encoding, path: ['encoding'] },
    ...(layer ?? []).map((own, index) => ({ encoding: own.encoding, path: ['layer', index, 'encoding'] })),
  ];
  const sides = (['row', 'column'] as const).map((side) => ({ side, channel: facet?.[side] }));
  return [
    ...encodings.flatMap(({ encoding: { x, y, color, shape }, path }) =>
      Object.entries({ x, y, color, shape }).flatMap(([name, channel]) =>
        channel === undefined ? [] : checkChannel(channel, valuesOf(channel.field, table), [...path, name]),
      ),
    ),
    ...sides.flatMap(({ side, channel }) =>
      channel === undefined ? [] : checkNames(channel.sort, valuesOf(channel.field, table), ['facet', side, 'sort']),
    ),
  ];
}

const valuesOf = (field: string | undefined, { columns, rows }: DataTable): string[] => {
  const column = field === undefined ? -1 : columns.indexOf(field);
  return column === -1 ? [] : [...new Set(rows.map((row) => row[column] ?? ''))];
};

function checkChannel(channel: Channel, known: readonly string[], path: Path): Contradiction[] {
  const { type = 'quantitative' } = channel;
  return [
    ...checkOptions(channel, path),
    ...(isCategorical(type) ? checkCategories(channel, known, path) : checkContinuous(channel, type, path)),
  ];
}

function checkCategories({ scale, sort }: Channel, known: readonly string[], path: Path): Contradiction[] {
  const domain = scale?.domain;
  return [
    ...checkNames(domain, known, [...path, 'scale', 'domain']),
    ...checkRange(scale, domain?.length ?? known.length, [...path, 'scale', 'range']),
    ...checkNames(sort, known, [...path, 'sort']),
  ];
}

function checkContinuous(channel: Channel, type: FieldType, path: Path): Contradiction[] {
  const { scale } = channel;
  const domain = scale?.domain;
  const domainPath = [...path, 'scale', 'domain'];
  const valueType = { type, isLog: scale !== undefined && isLogarithmic(scale) };
  const values = 'axis' in channel ? channel.axis?.values : undefined;
  const datum = 'datum' in channel ? channel.datum : undefined;
  return [
    ...(domain === undefined || domain.length === 2
      ? []
      : [{ path: domainPath, reason: 'Invalid `domain`: expected two values' }]),
    ...checkValues(domain, valueType, domainPath),
    ...checkValues(values, valueType, [...path, 'axis', 'values']),
    ...(datum === undefined ? [] : checkValues([datum], valueType, [...path, 'datum'])),
  ];
}

/** Returns the settings of a scale that its values allow. A linear numeric scale accepts all of them. */
function allowedSettings(scale: Scale, type: FieldType): string[] {
  if (isCategorical(type)) return ['domain', 'range', 'reverse'];
  if (type === 'temporal') return ['domain', 'nice', 'reverse'];
  return isLogarithmic(scale) ? ['domain', 'nice', 'reverse', 'type'] : Object.keys(scale);
}

const isCategorical = (type: FieldType): boolean => type === 'nominal' || type === 'ordinal';

const isLogarithmic = (scale: Scale): boolean => 'type' in scale && scale.type === 'log';

function checkOptions({ type = 'quantitative', scale = {}, ...channel }: Channel, path: Path): Contradiction[] {
  const allowed = allowedSettings(scale, type);
  const wrong = Object.keys(scale).filter((name) => !allowed.includes(name));
  const hasFormat = isCategorical(type) && 'axis' in channel && channel.axis?.format !== undefined;
  return [
    ...wrong.map((name) => ({
      path: [...path, 'scale', name],
      reason: `Invalid \`${name}\` of a scale: expected ${oneOf(allowed)}, for its values are ${isLogarithmic(scale) ? 'logarithmic' : `\`${type}\``}`,
    })),
    ...(hasFormat
      ? [
          {
            path: [...path, 'axis', 'format'],
            reason: `Invalid \`format\`: expected none, for the values are \`${type}\``,
          },
        ]
      : []),
  ];
}

/** Checks that a list of categories contains exactly the values of its column. */
function checkNames(list: unknown, known: readonly string[], path: Path): Contradiction[] {
  if (!Array.isArray(list) || known.length === 0) return [];
  const names = list.map(String);
  const missing = known
    .filter((name) => !names.includes(name))
    .map((name) => `Missing \`${name}\`: expected every value of the column`);
  const unknown = names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          {
            path: [...path, index],
            reason: `Unknown \`${name}\`: expected ${oneOf(known)}${suggestionFor(name, known)}`,
          },
        ],
  );
  return [...missing.map((reason) => ({ path, reason })), ...unknown];
}

function checkRange(scale: Channel['scale'], count: number, path: Path): Contradiction[] {
  const range = scale !== undefined && 'range' in scale ? scale.range : undefined;
  if (range === undefined || range.length === count) return [];
  return [{ path, reason: `Invalid \`range\`: expected one value for each of the domain, which has ${count}` }];
}

type ValueType = { type: FieldType; isLog: boolean };

function checkValues(
  values: readonly (number | string)[] | undefined,
  valueType: ValueType,
  path: Path,
): Contradiction[] {
  const expected = expectedValue(valueType);
  return (values ?? []).flatMap((value, index) =>
    isOfType(value, valueType)
      ? []
      : [{ path: [...path, index], reason: `Invalid \`${value}\`: expected ${expected}` }],
  );
}

function isOfType(value: number | string, { type, isLog }: ValueType): boolean {
  if (type === 'temporal') return readMoment(String(value)) !== undefined;
  return typeof value === 'number' && (!isLog || value > 0);
}

function expectedValue({ type, isLog }: ValueType): string {
  if (type === 'temporal') return 'a day such as `2026-11-24`, a month or a year';
  return isLog ? 'a number above 0' : 'a number';
}

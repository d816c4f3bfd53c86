import type { ChartSpec, Encoding, FieldType } from '../model/chart-spec.ts';
import type { DataTable } from '../model/chart.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { readMoment } from './read-cell.ts';

type Path = (string | number)[];
/** A setting that contradicts the data, at a path of the specification. */
export type Contradiction = { path: Path; reason: string };

type Channel = NonNullable<Encoding['x'] | Encoding['color'] | Encoding['shape']>;

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
  const { type = 'quantitative', scale, sort } = channel;
  const domain = scale?.domain;
  const [domainPath, rangePath] = ['domain', 'range'].map((name) => [...path, 'scale', name]);
  if (type === 'nominal' || type === 'ordinal')
    return [
      ...checkOptions(channel, path),
      ...checkNames(domain, known, domainPath ?? path),
      ...checkRange(scale, domain?.length ?? known.length, rangePath ?? path),
      ...checkNames(sort, known, [...path, 'sort']),
    ];
  const isLog = scale !== undefined && 'type' in scale && scale.type === 'log';
  const values = 'axis' in channel ? channel.axis?.values : undefined;
  return [
    ...checkOptions(channel, path),
    ...(domain === undefined || domain.length === 2
      ? []
      : [{ path: domainPath ?? path, reason: 'Invalid `domain`: expected two values' }]),
    ...checkValues(domain, { type, isLog }, domainPath ?? path),
    ...checkValues(values, { type, isLog }, [...path, 'axis', 'values']),
    ...('datum' in channel && channel.datum !== undefined
      ? checkValues([channel.datum], { type, isLog }, [...path, 'datum'])
      : []),
  ];
}

/** The settings of a scale by the kind of its values. A linear numeric scale accepts all of them. */
const settings = {
  category: ['domain', 'range', 'reverse'],
  temporal: ['domain', 'nice', 'reverse'],
  log: ['domain', 'nice', 'reverse', 'type'],
} as const;

function checkOptions({ type = 'quantitative', scale = {}, ...channel }: Channel, path: Path): Contradiction[] {
  const isLog = 'type' in scale && scale.type === 'log';
  const isCategory = type === 'nominal' || type === 'ordinal';
  const kind = isCategory ? 'category' : type === 'temporal' ? 'temporal' : isLog ? 'log' : null;
  const allowed: readonly string[] = kind === null ? Object.keys(scale) : settings[kind];
  const wrong = Object.keys(scale).filter((name) => !allowed.includes(name));
  const hasFormat = isCategory && 'axis' in channel && channel.axis?.format !== undefined;
  return [
    ...wrong.map((name) => ({
      path: [...path, 'scale', name],
      reason: `Invalid \`${name}\` of a scale: expected ${oneOf(allowed)}, for its values are ${isLog ? 'logarithmic' : `\`${type}\``}`,
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
  { type, isLog }: ValueType,
  path: Path,
): Contradiction[] {
  return (values ?? []).flatMap((value, index) => {
    const isRight =
      type === 'temporal'
        ? readMoment(String(value)) !== undefined
        : typeof value === 'number' && (!isLog || value > 0);
    const expected =
      type === 'temporal' ? 'a day such as `2026-11-24`, a month or a year' : isLog ? 'a number above 0' : 'a number';
    return isRight ? [] : [{ path: [...path, index], reason: `Invalid \`${value}\`: expected ${expected}` }];
  });
}

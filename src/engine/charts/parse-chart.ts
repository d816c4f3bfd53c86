import { posix } from 'node:path';
import type { Position } from 'unist';
import { ChartSpec, type FieldType } from '../model/chart-spec.ts';
import type { Chart, DataTable, Datum } from '../model/chart.ts';
import { createMessage, type Message } from '../model/message.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { parseYaml } from '../yaml/index.ts';
import { checkChannels } from './check-channels.ts';
import { checkScales } from './check-scales.ts';
import { fieldsOf, type ChartField } from './chart-fields.ts';
import { expectationOf, readCell } from './read-cell.ts';
import { parseTable, positionOfRow, type CsvSource } from './parse-table.ts';

type ChartSource = {
  /** Path of the specification from the project's root. */
  file: string;
  /** Slug of the essay. */
  slug: string;
  /** The texts of the review, by path. */
  texts: ReadonlyMap<string, string>;
  /** Short citations of the works that the essay cites, by key. */
  cited: ReadonlyMap<string, string>;
};

type ParsedChart = { chart: Chart | null; messages: Message[] };

/** Parses a `.chart.yaml` with its CSV file, and checks one against the other. */
export function parseChart(text: string, { file, slug, texts, cited }: ChartSource): ParsedChart {
  const { value: spec, positionOf, messages } = parseYaml({ file, text }, ChartSpec);
  if (spec === null) return { chart: null, messages };
  const refuse = (path: readonly PropertyKey[], reason: string): Message =>
    createMessage('invalid-chart', reason, { file, position: positionOf(path) });
  const dataFile = posix.join(posix.dirname(file), spec.data);
  const csv = texts.get(dataFile);
  if (csv === undefined) return { chart: null, messages: [refuse(['data'], unknownFile(spec.data, dataFile, texts))] };
  const source = { file: dataFile, text: csv };
  const { table, messages: broken } = parseTable(source);
  if (table === null) return { chart: null, messages: broken };
  const fields = fieldsOf(spec);
  const found = [
    ...fields.flatMap(({ name, path }) =>
      table.columns.includes(name) ? [] : [refuse(path, unknownColumn(name, table))],
    ),
    ...checkTypes(fields).map(({ path, reason }) => refuse(path, reason)),
    ...[...checkChannels(spec), ...checkScales(spec, table)].map(({ path, reason }) => refuse(path, reason)),
    ...(spec.source === 'works'
      ? checkWorks(table, { source, cited, refuse: () => refuse(['data'], missingWork) })
      : []),
  ];
  if (found.length > 0) return { chart: null, messages: found };
  const { rows, messages: unread } = readRows(table, fields, source);
  if (unread.length > 0) return { chart: null, messages: unread };
  const works = spec.source === 'works' ? worksOf(table, cited) : {};
  return {
    chart: { spec, rows, table, dataFile, dataPath: `/essays/${slug}/${posix.basename(dataFile)}`, works },
    messages: [],
  };
}

const missingWork =
  'Missing column `work`: expected the key of a work in each row; write `source: own` for data of this review';

function unknownFile(data: string, dataFile: string, texts: ReadonlyMap<string, string>): string {
  const folder = posix.dirname(dataFile);
  const beside = [...texts.keys()]
    .filter((path) => posix.dirname(path) === folder && path.endsWith('.csv'))
    .map((path) => `./${posix.basename(path)}`);
  return `Unknown file \`${data}\`: expected a CSV file beside the essay${suggestionFor(data, beside)}`;
}

const unknownColumn = (name: string, { columns }: DataTable): string =>
  `Unknown column \`${name}\`: expected ${oneOf(columns)}${suggestionFor(name, columns)}`;

/** Reports a column that is used with two types. */
function checkTypes(fields: readonly ChartField[]): { path: ChartField['path']; reason: string }[] {
  const first = new Map<string, FieldType>();
  return fields.flatMap(({ name, type, path }) => {
    const known = first.get(name) ?? type;
    first.set(name, known);
    if (formOf(known) === formOf(type)) return [];
    return [{ path, reason: `Invalid type of \`${name}\`: expected \`${known}\` as above, not \`${type}\`` }];
  });
}

/** Ordinal and nominal values are both read as text. */
const formOf = (type: FieldType): string => (type === 'ordinal' ? 'nominal' : type);

type WorkCheck = { source: CsvSource; cited: ReadonlyMap<string, string>; refuse: () => Message };

function checkWorks({ columns, rows }: DataTable, { source, cited, refuse }: WorkCheck): Message[] {
  const column = columns.indexOf('work');
  if (column === -1) return [refuse()];
  return rows.flatMap((row, index) => {
    const key = row[column] ?? '';
    if (cited.has(key)) return [];
    const reason =
      key === ''
        ? 'Missing `work` of a row: expected the key of a work that the essay cites'
        : `Unknown work \`${key}\` of a row: expected a work that the essay cites, as in the caption of the chart${suggestionFor(key, [...cited.keys()])}`;
    return [createMessage('unknown-work', reason, { file: source.file, position: positionOfRow(source, index) })];
  });
}

function worksOf({ columns, rows }: DataTable, cited: ReadonlyMap<string, string>): Record<string, string> {
  const keys = new Set(rows.map((row) => row[columns.indexOf('work')] ?? ''));
  return Object.fromEntries([...keys].map((key) => [key, cited.get(key) ?? key]));
}

function readRows(
  { columns, rows }: DataTable,
  fields: readonly ChartField[],
  source: CsvSource,
): { rows: Chart['rows']; messages: Message[] } {
  const messages: Message[] = [];
  const used = columns.flatMap((name, column) => {
    const own = fields.filter((field) => field.name === name);
    const [first] = own;
    return first === undefined ? [] : [{ ...first, column, isLog: own.some(({ isLog }) => isLog) }];
  });
  const read = rows.map((row, index) =>
    Object.fromEntries(
      used.map((field): [string, Datum] => {
        const cell = row[field.column] ?? '';
        const value = readCell(cell, field);
        if (value !== undefined) return [field.name, value];
        const position: Position = positionOfRow(source, index);
        const reason = `Invalid \`${cell}\` in column \`${field.name}\`: expected ${expectationOf(field)}`;
        messages.push(createMessage('invalid-csv', reason, { file: source.file, position }));
        return [field.name, null];
      }),
    ),
  );
  return { rows: read, messages };
}

import Papa from 'papaparse';
import type { Position } from 'unist';
import type { DataTable } from '../model/chart.ts';
import { createMessage, type Message } from '../model/message.ts';

/** A CSV file and its text. */
export type CsvSource = { file: string; text: string };

/** Limit: more rows fit neither in a chart nor in a page's table. */
const maxRows = 2000;

const quoteReason = 'Invalid quotes: expected `"` around a whole cell, and `""` for a quote within it';

/** Returns the position of a row, counted from 0 without the header. Each row is one line. */
export function positionOfRow({ text }: CsvSource, row: number): Position {
  const line = row + 2;
  const width = text.split('\n')[line - 1]?.trimEnd().length ?? 0;
  return { start: { line, column: 1 }, end: { line, column: width + 1 } };
}

/** Parses a CSV file: commas, a header with names, the same number of cells in each row, and one line per row. */
export function parseTable(source: CsvSource): { table: DataTable | null; messages: Message[] } {
  const { data, errors } = Papa.parse<string[]>(source.text.trimEnd(), { delimiter: ',' });
  const say = (row: number, reason: string): Message =>
    createMessage('invalid-csv', reason, { file: source.file, position: positionOfRow(source, row) });
  const [broken] = errors;
  if (broken !== undefined) return { table: null, messages: [say((broken.row ?? 0) - 1, quoteReason)] };
  const [columns = [], ...rows] = data;
  const messages = [
    ...columns.flatMap((name, index) =>
      checkName(name, columns.indexOf(name) === index).map((reason) => say(-1, reason)),
    ),
    ...rows.flatMap((row, index) => checkRow(row, columns).map((reason) => say(index, reason))),
    ...(rows.length === 0 ? [say(-1, 'Missing rows: expected at least one below the names of the columns')] : []),
    ...(rows.length > maxRows ? [say(maxRows, `Invalid number of rows: expected at most ${maxRows}`)] : []),
  ];
  return { table: messages.length === 0 ? { columns, rows } : null, messages };
}

function checkName(name: string, isFirst: boolean): string[] {
  if (!/^[A-Za-z]\w*$/.test(name))
    return [`Invalid name of a column \`${name}\`: expected letters, digits and \`_\`, as in \`released_on\``];
  return isFirst ? [] : [`Duplicate column \`${name}\`: expected each name once`];
}

function checkRow(row: readonly string[], { length }: readonly string[]): string[] {
  if (row.length !== length) return [`Invalid row: expected ${length} cells, as the first line has, not ${row.length}`];
  return row.some((cell) => /[\r\n]/.test(cell)) ? ['Invalid row: expected no line break within a cell'] : [];
}

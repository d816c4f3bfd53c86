import type { Datum } from '../model/chart.ts';
import type { ChartField } from './chart-fields.ts';

/** Describes the expected content of a column's cells. */
export const expectationOf = ({ type, isLog }: ChartField): string => {
  if (type === 'temporal') return 'a day such as `2026-11-24`, a month such as `2026-11` or a year';
  return isLog ? 'a number above 0, for its scale is logarithmic' : 'a number such as `1250` or `0.5`';
};

/** Returns the value of a cell, or undefined if it does not have the column's type. */
export function readCell(cell: string, { type, isLog }: ChartField): Datum | undefined {
  if (cell === '') return null;
  if (type === 'quantitative') return readNumber(cell, isLog);
  return type === 'temporal' ? readMoment(cell) : cell;
}

function readNumber(cell: string, isLog: boolean): number | undefined {
  const value = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) && (!isLog || value > 0) ? value : undefined;
}

/** Returns a day, month or year as milliseconds in UTC, or undefined if that day does not exist. */
export function readMoment(cell: string): number | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(cell) ?? [];
  if (year === undefined) return undefined;
  const moment = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(moment) || new Date(moment).getUTCDate() !== Number(day) ? undefined : moment;
}

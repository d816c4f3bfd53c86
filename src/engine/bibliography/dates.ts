import type { CslDate } from '../model/work.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const day = /^(-?\d{1,4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const decade = /^(\d{2,3})[Xu]{1,2}$/;

/**
 * Parses a BibLaTeX date (EDTF levels 0 and 1) into a CSL date. Returns null if it cannot be read.
 *
 * `2004-06~` and `2004?` are about 2004; `199X` is "1990s"; `2010/..` is "2010–"; `2010/2012` is a range; seasons
 * (`2001-21`) are reduced to their year.
 */
export function parseDate(text: string): CslDate | null {
  const [from = '', to] = text.trim().split('/');
  const circa = /[~?%]/.test(text) ? { circa: true } : {};
  const start = parsePoint(from);
  if (to === undefined) return start === null ? parseDecade(from) : { 'date-parts': [start], ...circa };
  if (/^(?:\.\.|open|unknown)?$/.test(to))
    return start === null ? null : { 'date-parts': [[yearOf(start)], openEnd], ...circa };
  const end = parsePoint(to);
  if (end === null) return null;
  if (/^(?:\.\.)?$/.test(from)) return { literal: `–${yearOf(end)}` };
  return start === null ? null : { 'date-parts': [start, end], ...circa };
}

/**
 * Parses BibTeX's `year` and `month`. Text such as "in press" is returned unchanged. Returns null for an empty year.
 */
export function parseYear(year: string, month: string | null): CslDate | null {
  const text = year.trim();
  if (text === '') return null;
  const parsed = parseDate(text);
  const parts = parsed?.['date-parts'];
  if (parsed === null) return { literal: text };
  const number = month === null ? null : parseMonth(month);
  if (number === null || parts?.length !== 1 || parts[0]?.length !== 1) return parsed;
  return { ...parsed, 'date-parts': [[...parts[0], number]] };
}

/** Returns 1 to 12 for `jan`, `January` or `1`, and null for anything else, such as "Winter". */
function parseMonth(text: string): number | null {
  const word = text.trim().toLowerCase();
  const number = /^\d{1,2}$/.test(word) ? Number(word) : months.indexOf(word.slice(0, 3)) + 1;
  return number >= 1 && number <= 12 ? number : null;
}

function parsePoint(text: string): number[] | null {
  const match = day.exec(text.trim().replace(/[~?%]/g, '').replace(/T.*$/, ''));
  if (match === null) return null;
  const [year = 0, month = 0, date = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (month > 20 && month < 42 && date === 0) return [year];
  if (month > 12 || date > daysIn(year, month)) return null;
  if (month === 0) return [year];
  return date === 0 ? [year, month] : [year, month, date];
}

/** Returns 0 for month 0, which stands for a missing month. */
const daysIn = (year: number, month: number): number => (month === 2 && !isLeap(year) ? 28 : (days[month - 1] ?? 0));
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * Returns true if a `year` looks like a date but is not valid, such as `20203` or `2004-02-31`. Text such as "in press"
 * is not a date.
 */
export const isImpossibleYear = (text: string): boolean =>
  (/^-?\d{5,}$/.test(text.trim()) || /^-?\d{4}-\d{2}(?:-\d{2})?$/.test(text.trim())) && parseDate(text) === null;

function parseDecade(text: string): CslDate | null {
  const digits = decade.exec(text.trim().replace(/[~?%]/g, ''))?.[1];
  if (digits === undefined) return null;
  return { literal: digits.length === 3 ? `${digits}0s` : `${digits}00s` };
}

/** citeproc's notation for the end of an open range. */
const openEnd = [0];

const yearOf = (point: readonly number[]): number => point[0] ?? 0;

import type { ChartSpec } from '../engine/model/chart-spec.ts';
import type { Chart } from '../engine/model/chart.ts';
import type { Row } from './context.ts';

/** One of the small charts of a facet: its rows of data, and whether it is in the last row and in the first column. */
export type Cell = { title: string | null; rows: Row[]; isLast: boolean; isFirst: boolean };

/**
 * Returns the small charts by row, or a single one without a facet. Columns become rows if they would be too narrow.
 */
export function cellsOf({ spec, rows }: Chart, { isNarrow }: { isNarrow: boolean }): Cell[][] {
  const { row, column } = spec.facet ?? {};
  const isStacked = isNarrow && row === undefined;
  const [down, across] = isStacked ? [column, undefined] : [row, column];
  const columns = facetValues(across, rows);
  return facetValues(down, rows).map((rowValue, rowIndex, rowValues) =>
    columns.map((columnValue, columnIndex) => ({
      title:
        [rowValue, rowIndex === 0 || down === undefined ? columnValue : null]
          .filter((name) => name !== null)
          .join(' · ') || null,
      rows: rows.filter((row) => isIn(row, down, rowValue) && isIn(row, across, columnValue)),
      isLast: rowIndex === rowValues.length - 1,
      isFirst: columnIndex === 0,
    })),
  );
}

type Facet = NonNullable<ChartSpec['facet']>['row'];

const isIn = (row: Row, facet: Facet, value: string | null): boolean =>
  facet === undefined || String(row[facet.field] ?? '') === value;

/** Returns the values of a facet in their order, or one null for all rows without a facet. */
const facetValues = (facet: Facet, rows: readonly Row[]): (string | null)[] =>
  facet === undefined
    ? [null]
    : sortNames(
        rows.map((row) => String(row[facet.field] ?? '')),
        facet.sort,
      );

/** Removes duplicate names and sorts the rest. Without `sort` they are in order of appearance. */
export function sortNames(all: readonly string[], sort: NonNullable<Facet>['sort']): string[] {
  const names = [...new Set(all)];
  if (Array.isArray(sort)) return sort.map(String);
  const order = sort === 'descending' ? -1 : 1;
  return sort === undefined ? names : names.toSorted((a, b) => (a < b ? -order : order));
}

import type { PhrasingContent, Table } from 'mdast';
import type { PreprintState } from './context.ts';
import { say } from './front-matter.ts';
import { renderTable } from './tables.ts';

export type Cell = string | PhrasingContent[];

/** Renders a table of plain texts and phrasing content below a head. */
export function renderRows(head: readonly string[], rows: readonly (readonly Cell[])[], state: PreprintState): string {
  const table: Table = {
    type: 'table',
    align: head.map((_, column) => (isNumeric(rows.map((row) => row[column])) ? 'right' : null)),
    children: [head, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({
        type: 'tableCell',
        children: typeof cell === 'string' ? [{ type: 'text', value: cell }] : cell,
      })),
    })),
  };
  return renderTable(table, state);
}

const isNumeric = (cells: readonly (Cell | undefined)[]): boolean =>
  cells.length > 0 && cells.every((cell) => typeof cell === 'string' && /^\d*$/.test(cell));

export const section = (title: string, state: PreprintState): string => `\\section{${say(title, state)}}`;

export const subsection = (title: string, state: PreprintState): string => `\\subsection{${say(title, state)}}`;

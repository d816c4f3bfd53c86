import type { Table } from 'mdast';
import type { TextState } from './context.ts';
import { hangingIndent, lengthOf, wrap } from './wrap.ts';

/** Renders a table in columns if it fits the width, else each row as a list of its cells with their column names. */
export function renderTable({ children, align }: Table, width: number, { renderPhrasing }: TextState): string[] {
  const [head = [], ...rows] = children.map((row) =>
    row.children.map((cell) => renderPhrasing(cell.children).replace(/\s*\n\s*/g, ' ')),
  );
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => lengthOf(row[column] ?? ''))));
  if (widths.reduce((sum, columnWidth) => sum + columnWidth + 2, -2) > width)
    return rows.flatMap((row) => renderRow(row, head, width));
  const line = (row: readonly string[]): string =>
    widths
      .map((wide, column) => pad(row[column] ?? '', wide, align?.[column] ?? null))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((wide) => '-'.repeat(wide)).join('  '), ...rows.map(line)];
}

function pad(text: string, width: number, align: 'left' | 'right' | 'center' | null): string {
  const space = width - lengthOf(text);
  const before = { left: 0, right: space, center: Math.floor(space / 2) }[align ?? 'left'];
  return ' '.repeat(before) + text + ' '.repeat(space - before);
}

function renderRow(row: readonly string[], head: readonly string[], width: number): string[] {
  return row.flatMap((text, column) => {
    const name = head[column] ?? '';
    return hangingIndent(wrap(name === '' ? text : `${name}: ${text}`, width - 2), column === 0 ? '- ' : '  ');
  });
}

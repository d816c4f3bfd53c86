import type { Post } from '../../src/build/render-post.ts';

/** Formats a table of what the forum shows: a line for each essay and format. */
export function formatCounts(posts: readonly Post[]): string {
  const rows = posts.flatMap(({ slug, counts }) =>
    Object.entries(counts).map(([format, counted], index) => [
      index === 0 ? slug : '',
      format,
      ...Object.values(counted).map(String),
    ]),
  );
  const names = Object.keys(Object.values(posts[0]?.counts ?? {})[0] ?? {});
  const lines = [['essay', 'format', ...names], ...rows];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const formatLine = (line: readonly string[]): string =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.length === 0 ? '' : `${lines.map(formatLine).join('\n')}\n`;
}

import type { AlignType, Table, TableCell } from 'mdast';
import { plainText } from '../../model/plain-text.ts';
import { nodesOf } from '../../model/walk.ts';
import type { PreprintState } from './context.ts';
import { withNotesAfter } from './notes.ts';

/** The number of characters per line for each font size. */
const lineLength = { small: 92, footnotesize: 102 };

/** The number of characters by which lines are shorter within a block. */
const indent = 16;

/** Returns the font size of a table, which is smaller for many columns. */
const sizeOf = ({ children }: Table): keyof typeof lineLength =>
  (children[0]?.children.length ?? 0) > 6 ? 'footnotesize' : 'small';

/** The width of the space between two columns, in characters. */
const gap = 2.5;

/** The minimum width of a column, in characters. A narrower one would break words. */
const narrowest = 6;

type Caption = { caption: string };

/** Renders a table, with page breaks unless nested. `caption` is TeX for the line above it, or empty. */
export const renderTable = (table: Table, state: PreprintState, { caption }: Caption = { caption: '' }): string =>
  withNotesAfter(state, (inside) => {
    const rows = table.children.map((row) => row.children.map((cell) => renderCell(cell, inside)));
    const size = sizeOf(table);
    const columns = columnsOf(table, lineLength[size] - (state.isNested ? indent : 0));
    const lines = rows.map((cells) => columns.map((_, index) => cells[index] ?? '').join(' & '));
    const [head = '', ...others] = lines.map((line) => `${afterRule(line)} \\tabularnewline`);
    const body = others.map((line, index) => (index === 0 ? line : `\\rowgap\n${line}`));
    const spec = `@{}${columns.join('')}@{}`;
    return state.isNested
      ? inOnePiece({ spec, head, body, caption, size })
      : overPages({ spec, head, body, caption, size });
  });

/** Guards a parenthesis after a rule, which would be parsed as the rule's option. */
const afterRule = (line: string): string => (line.startsWith('(') ? `{}${line}` : line);

type Parts = { spec: string; head: string; body: string[]; caption: string; size: string };

function overPages({ spec, head, body, caption, size }: Parts): string {
  const above = caption === '' ? '' : `${caption}\\tabularnewline\n`;
  const rule = `\\toprule\n${head}\n\\midrule`;
  return [
    `\\begingroup\\${size}\n\\begin{longtable}{${spec}}`,
    `${above}${rule}\n\\endfirsthead\n${withoutMarks(rule)}\n\\endhead\n\\bottomrule\n\\endlastfoot`,
    ...body,
    '\\end{longtable}\n\\endgroup',
  ].join('\n');
}

/** Removes notes and link targets from the head of later pages, where they would be duplicates. */
const withoutMarks = (head: string): string => head.replace(/\\notemark\{[^}]*\}\{\d+\}/g, '');

const inOnePiece = ({ spec, head, body, caption, size }: Parts): string =>
  [
    `\\begin{center}\\${size}`,
    ...(caption === '' ? [] : [`${caption}\\par\\smallskip`]),
    `\\begin{tabular}{${spec}}\n\\toprule\n${head}`,
    ...(body.length === 0 ? [] : ['\\midrule', ...body]),
    '\\bottomrule\n\\end{tabular}\n\\end{center}',
  ].join('\n');

const renderCell = ({ children }: TableCell, state: PreprintState): string =>
  state.renderPhrasing(children, { ...state, isNested: true });

/** Returns column specifications: natural widths if they fit the line, else shares of the line. */
function columnsOf({ children, align }: Table, line: number): string[] {
  const count = Math.max(...children.map((row) => row.children.length));
  const columns = Array.from({ length: count }, (_, index) =>
    measure(children.flatMap((row) => row.children[index] ?? [])),
  );
  const alignOf = (index: number): AlignType => align?.[index] ?? null;
  const free = line - gap * (count - 1);
  const isShort = columns.reduce((sum, { natural }) => sum + natural, 0) <= free;
  if (isShort && columns.every(({ hasBreak }) => !hasBreak))
    return columns.map((_, index) => ({ left: 'l', right: 'r', center: 'c' })[alignOf(index) ?? 'left']);
  return sharesOf(columns, free).map((share, index) => columnOf(share, count, alignOf(index)));
}

type Measured = { natural: number; longestWord: number; hasBreak: boolean };

function measure(cells: readonly TableCell[]): Measured {
  const texts = cells.map((cell) => plainText(cell));
  const words = texts.flatMap((text) => text.split(/\s+/));
  return {
    natural: Math.max(1, ...texts.map(({ length }) => length)),
    longestWord: Math.min(24, Math.max(narrowest, ...words.map(({ length }) => length + 1))),
    hasBreak: cells.some((cell) => nodesOf(cell, 'break').length > 0),
  };
}

/**
 * Returns the share of the line per column; the sum is 1. Each column fits its longest word, and columns with more text
 * get more of the rest.
 */
function sharesOf(columns: readonly Measured[], line: number): number[] {
  const words = columns.reduce((sum, { longestWord }) => sum + longestWord, 0);
  const spare = Math.max(0, line - words);
  const wanted = columns.map(({ natural, longestWord }) => Math.max(0, Math.min(natural, 4 * line) - longestWord));
  const all = wanted.reduce((sum, width) => sum + width, 0) || 1;
  const widths = columns.map(({ longestWord }, index) => longestWord + (spare * (wanted[index] ?? 0)) / all);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / total);
}

const alignments = { left: '\\RaggedRight', right: '\\RaggedLeft', center: '\\Centering' };

/** Returns the specification of a column with a share of the line, minus its part of the space between columns. */
function columnOf(share: number, count: number, align: AlignType): string {
  const space = share * 2 * (count - 1);
  return `>{${alignments[align ?? 'left']}\\arraybackslash\\hspace{0pt}}p{\\dimexpr${share.toFixed(4)}\\linewidth-${space.toFixed(4)}\\tabcolsep\\relax}`;
}

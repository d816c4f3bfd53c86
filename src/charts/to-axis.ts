import type { FieldType } from '../engine/model/chart-spec.ts';
import type { Chart } from '../engine/model/chart.ts';
import { isDiscrete, toDatum, typeOfSide, type Context, type Position } from './context.ts';
import { wrapText } from './text-width.ts';
import { font } from './theme.ts';

/** Powers of ten for the axis of a logarithmic scale, which has a line for every digit otherwise; null where they are too few. */
export function powersOf({ field = '', scale }: Pick<Position, 'field' | 'scale'>, { rows }: Chart): number[] | null {
  if (scale?.type !== 'log') return null;
  const values = (scale.domain ?? rows.map((row) => row[field])).filter((value) => typeof value === 'number');
  const [least, most] = [Math.min(...values), Math.max(...values)].map(Math.log10);
  if (least === undefined || most === undefined) return null;
  const count = Math.floor(most) - Math.ceil(least) + 1;
  return count < 3 ? null : Array.from({ length: count }, (_, index) => 10 ** (Math.ceil(least) + index));
}

/** Without a letter that names it, a format rounds as it likes. */
export const toNumberFormat = (format: string): string => (/[a-zA-Z%]$/.test(format) ? format : `${format}~f`);

type AxisContext = Pick<Context, 'labels' | 'size' | 'cell' | 'layers'> & {
  side: 'x' | 'y';
  type: FieldType;
  powers: number[] | null;
};

/** An axis as Vega-Lite has it. */
export function toAxis(
  { title, format, values, grid }: NonNullable<Position['axis']>,
  { side, type, powers, labels, size, cell, layers }: AxisContext,
): object {
  const isCategory = isDiscrete(type);
  // Of several charts below or beside each other, the last or the first has the axis.
  const isAtEdge = side === 'x' ? cell.isLast || isCategory : cell.isFirst;
  // Beside a chart with a title an empty one keeps the others level with it.
  const besides = side === 'y' ? '\u00a0' : null;
  const room = size.width - 6 - (side === 'y' ? 0 : isDiscrete(typeOfSide('y', layers)) ? labels.width : 44);
  return {
    ...(!isAtEdge && { labels: false }),
    title: title === undefined || title === null ? null : isAtEdge ? wrapText(title, room, font).split('\n') : besides,
    ...(format !== undefined && { format: type === 'quantitative' ? toNumberFormat(format) : format }),
    ...(values !== undefined && { values: values.map((one) => toDatum(one, type)) }),
    ...(powers !== null && values === undefined && { values: powers }),
    ...(grid !== undefined && { grid }),
    ...(!isCategory && { tickCount: size.isNarrow ? 4 : 6, labelFlush: labels.isAbove }),
    // The title of a y axis is above it, and not rotated.
    ...(side === 'y' && {
      titleAngle: 0,
      titleAlign: 'left',
      titleAnchor: 'end',
      titleBaseline: 'bottom',
      titleX: 0,
      titleY: -10,
    }),
    ...(side === 'y' &&
      isCategory &&
      labels.isAbove && { labelAlign: 'left', labelBaseline: 'bottom', labelPadding: 0, labelOffset: -9 }),
  };
}

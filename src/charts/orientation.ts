import type { ChartLayer } from '../engine/model/chart-spec.ts';
import { typeOfSide, type Side } from './context.ts';

/** Returns true if a mark extends along a side: a bar along its numbers, a rule along the side that has both ends. */
export function isAlong(side: Side, { mark, encoding }: ChartLayer, layers: readonly ChartLayer[]): boolean {
  const { x, y, x2, y2 } = encoding;
  if (x2 !== undefined && y2 !== undefined) return true;
  if (x2 !== undefined || y2 !== undefined) return side === (y2 === undefined ? 'x' : 'y');
  // A rule with one position crosses the whole plot.
  if (mark.type === 'rule' && (x === undefined || y === undefined)) return side === (x === undefined ? 'x' : 'y');
  const measures = (axis: Side): boolean =>
    encoding[axis] !== undefined && encoding[axis].value === undefined && typeOfSide(axis, layers) === 'quantitative';
  return side === (measures('x') && !measures('y') ? 'x' : 'y');
}

import type { ChartLayer } from '../engine/model/chart-spec.ts';
import { colorOf } from './theme.ts';

/** A mark as Vega-Lite has it, in the look of the site. */
export function toMark({
  type,
  color,
  filled,
  size,
  opacity,
  dashed,
  point,
  bold,
  ...rest
}: ChartLayer['mark']): object {
  const tint = color === undefined ? {} : { color: colorOf(color) };
  // Where there is a channel of shapes, the library adds points to marks that are none.
  const noPoints = type === 'point' ? {} : { point: false };
  const shared = { type, ...tint, opacity: opacity ?? (type === 'area' ? 0.25 : 1), ...noPoints, ...rest };
  const dash = dashed === true ? { strokeDash: [4, 4] } : {};
  switch (type) {
    case 'point':
      return { color: colorOf('accent'), ...shared, filled: filled ?? true, size: size ?? 64, strokeWidth: 1.5 };
    case 'line':
      return {
        color: colorOf('accent'),
        ...shared,
        ...dash,
        strokeWidth: size ?? 2,
        point: point === true && { size: 48 },
      };
    case 'bar':
      return { color: colorOf('accent'), ...shared, size: size ?? 14, cornerRadiusEnd: 2 };
    case 'rule':
      return { color: colorOf('quiet'), ...shared, ...dash, strokeWidth: size ?? 1.5 };
    case 'tick':
      return { color: colorOf('ink'), ...shared, thickness: 2, size: size ?? 18 };
    case 'text':
      return { color: colorOf('ink'), ...shared, fontWeight: bold === true ? 600 : 400 };
    default:
      return { color: colorOf('accent'), ...shared };
  }
}

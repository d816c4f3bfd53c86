import type { ChartSpec } from '../model/chart-spec.ts';
import { canShow, layersOf } from '../model/chart.ts';
import { oneOf } from '../model/suggestion.ts';
import type { Contradiction } from './check-scales.ts';

/** Checks that each mark has the channels that it needs, and none of its own that it cannot show. */
export function checkChannels(spec: ChartSpec): Contradiction[] {
  const own = spec.layer ?? [{ encoding: spec.encoding }];
  const layers = layersOf(spec);
  return layers.flatMap(({ mark: { type }, encoding }, index) => {
    const path = spec.layer === undefined ? ['encoding'] : ['layer', index, 'encoding'];
    const unused = Object.keys(own[index]?.encoding ?? {}).filter((channel) => !canShow(type, channel));
    const needed = type === 'text' ? ['text'] : [];
    const missing = [...needed, ...('x2' in encoding ? ['x'] : []), ...('y2' in encoding ? ['y'] : [])].filter(
      (channel) => !(channel in encoding),
    );
    const hasNumber = encoding.x?.type === 'quantitative' || encoding.y?.type === 'quantitative';
    const isFlat = type === 'bar' && !hasNumber && encoding.x2 === undefined && encoding.y2 === undefined;
    const loose = (['x', 'y'] as const).filter(
      (side) =>
        encoding[side]?.datum !== undefined && layers.every((layer) => layer.encoding[side]?.field === undefined),
    );
    return [
      ...(isFlat ? [{ path, reason: 'Missing length of a `bar`: expected numbers on one axis' }] : []),
      ...loose.map((side) => ({
        path: [...path, side],
        reason: 'Invalid `datum`: expected a column on the same axis in another layer',
      })),
      ...unused.map((channel) => ({
        path: [...path, channel],
        reason: `Invalid channel \`${channel}\`: expected one that a \`${type}\` shows`,
      })),
      ...missing.map((channel) => ({ path, reason: `Missing channel \`${channel}\` of a \`${type}\`` })),
      ...('x' in encoding || 'y' in encoding
        ? []
        : [{ path, reason: `Missing position of a \`${type}\`: expected ${oneOf(['x', 'y'])}` }]),
    ];
  });
}

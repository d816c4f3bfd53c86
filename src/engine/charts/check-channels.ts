import type { ChartLayer, ChartSpec, Encoding } from '../model/chart-spec.ts';
import { canShow, layersOf } from '../model/chart.ts';
import { oneOf } from '../model/suggestion.ts';
import type { Contradiction } from './check-scales.ts';

/** Checks that each mark has the channels that it needs, and none of its own that it cannot show. */
export function checkChannels(spec: ChartSpec): Contradiction[] {
  const own = spec.layer ?? [{ encoding: spec.encoding }];
  const layers = layersOf(spec);
  return layers.flatMap((layer, index) => {
    const path = spec.layer === undefined ? ['encoding'] : ['layer', index, 'encoding'];
    return [
      ...checkLength(layer, path),
      ...checkDatums(layer, layers, path),
      ...checkUnused(layer, own[index]?.encoding ?? {}, path),
      ...checkMissing(layer, path),
    ];
  });
}

type Path = Contradiction['path'];

/** A bar needs a length: a number or an interval on one axis. */
function checkLength({ mark, encoding }: ChartLayer, path: Path): Contradiction[] {
  const hasNumber = encoding.x?.type === 'quantitative' || encoding.y?.type === 'quantitative';
  const hasInterval = encoding.x2 !== undefined || encoding.y2 !== undefined;
  if (mark.type !== 'bar' || hasNumber || hasInterval) return [];
  return [{ path, reason: 'Missing length of a `bar`: expected numbers on one axis' }];
}

/** A constant position needs an axis, which only a column gives. */
const checkDatums = ({ encoding }: ChartLayer, layers: readonly ChartLayer[], path: Path): Contradiction[] =>
  (['x', 'y'] as const)
    .filter((side) => encoding[side]?.datum !== undefined)
    .filter((side) => layers.every((layer) => layer.encoding[side]?.field === undefined))
    .map((side) => ({
      path: [...path, side],
      reason: 'Invalid `datum`: expected a column on the same axis in another layer',
    }));

/** `own` contains the channels of the layer itself, without those that all layers share. */
const checkUnused = ({ mark: { type } }: ChartLayer, own: Encoding, path: Path): Contradiction[] =>
  Object.keys(own)
    .filter((channel) => !canShow(type, channel))
    .map((channel) => ({
      path: [...path, channel],
      reason: `Invalid channel \`${channel}\`: expected one that a \`${type}\` shows`,
    }));

function checkMissing({ mark: { type }, encoding }: ChartLayer, path: Path): Contradiction[] {
  const needed = [
    ...(type === 'text' ? ['text'] : []),
    ...('x2' in encoding ? ['x'] : []),
    ...('y2' in encoding ? ['y'] : []),
  ];
  const missing = needed
    .filter((channel) => !(channel in encoding))
    .map((channel) => ({ path, reason: `Missing channel \`${channel}\` of a \`${type}\`` }));
  if ('x' in encoding || 'y' in encoding) return missing;
  return [...missing, { path, reason: `Missing position of a \`${type}\`: expected ${oneOf(['x', 'y'])}` }];
}

import type { Encoding, FieldType } from '../model/chart-spec.ts';
import type { ChartSpec } from '../model/chart-spec.ts';

/** A column that a specification names, with the type of its values and the path to the name. */
export type ChartField = { name: string; type: FieldType; isLog: boolean; path: (string | number)[] };

/** Every column that a specification names, in its order. */
export function fieldsOf({ encoding, layer, facet }: ChartSpec): ChartField[] {
  return [
    ...fieldsOfEncoding(encoding, {}, ['encoding']),
    ...(layer ?? []).flatMap((one, index) => fieldsOfEncoding(one.encoding, encoding, ['layer', index, 'encoding'])),
    ...(['row', 'column'] as const).flatMap((side) => {
      const one = facet?.[side];
      return one === undefined
        ? []
        : [{ name: one.field, type: one.type, isLog: false, path: ['facet', side, 'field'] }];
    }),
  ];
}

/** `x2` and `y2` have the type of `x` and `y`, which all layers may share. */
function fieldsOfEncoding(encoding: Encoding, shared: Encoding, path: (string | number)[]): ChartField[] {
  const { x = shared.x, y = shared.y } = encoding;
  const firsts = new Map([
    ['x2', x],
    ['y2', y],
  ]);
  return Object.entries(encoding).flatMap(([channel, one]): ChartField[] => {
    if (one.field === undefined) return [];
    const typed = firsts.get(channel) ?? one;
    const type = 'type' in typed ? (typed.type ?? 'nominal') : 'quantitative';
    const isLog = 'scale' in typed && typed.scale !== undefined && 'type' in typed.scale && typed.scale.type === 'log';
    return [{ name: one.field, type, isLog, path: [...path, channel, 'field'] }];
  });
}

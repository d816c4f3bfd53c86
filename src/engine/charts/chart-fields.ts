import type { Encoding, FieldType } from '../model/chart-spec.ts';
import type { ChartSpec } from '../model/chart-spec.ts';
import { layersOf } from '../model/chart.ts';

/** A column that a specification names, with the type of its values and the path to the name. */
export type ChartField = { name: string; type: FieldType; isLog: boolean; path: (string | number)[] };

/** Returns every column that a specification names, in its order. */
export function fieldsOf(spec: ChartSpec): ChartField[] {
  const { encoding, layer, facet } = spec;
  const merged = layersOf(spec);
  return [
    ...fieldsOfEncoding(encoding, encoding, ['encoding']),
    ...(layer ?? []).flatMap((own, index) =>
      fieldsOfEncoding(own.encoding, merged[index]?.encoding ?? {}, ['layer', index, 'encoding']),
    ),
    ...(['row', 'column'] as const).flatMap((side) => {
      const facetChannel = facet?.[side];
      return facetChannel === undefined
        ? []
        : [{ name: facetChannel.field, type: facetChannel.type, isLog: false, path: ['facet', side, 'field'] }];
    }),
  ];
}

/**
 * Returns the columns of an encoding. `whole` also contains the channels that all layers share. `x2` and `y2` have the
 * types of `x` and `y`.
 */
function fieldsOfEncoding(encoding: Encoding, whole: Encoding, path: (string | number)[]): ChartField[] {
  const typed = { ...whole, x2: whole.x, y2: whole.y };
  return Object.entries(encoding).flatMap(([channel, { field }]): ChartField[] => {
    if (field === undefined) return [];
    const settings = Object.entries(typed).find(([name]) => name === channel)?.[1] ?? {};
    const type = 'type' in settings ? (settings.type ?? 'nominal') : 'quantitative';
    const isLog =
      'scale' in settings && settings.scale !== undefined && 'type' in settings.scale && settings.scale.type === 'log';
    return [{ name: field, type, isLog, path: [...path, channel, 'field'] }];
  });
}

import { readMoment } from '../engine/charts/read-cell.ts';
import type { ChartLayer, Encoding, FieldType } from '../engine/model/chart-spec.ts';
import type { Chart } from '../engine/model/chart.ts';
import type { Cell } from './facets.ts';

/** The size that a drawing has and the width that its plots get, in pixels. */
export type Size = { width: number; plot: number; isNarrow: boolean };

export type Position = NonNullable<Encoding['x']>;

/** What the parts of a specification are made from. */
export type Context = { chart: Chart; size: Size; layers: ChartLayer[]; labels: CategoryLabels; cell: Cell };

/** Where the names of categories on the y axis are: above their marks, or beside them in a column of some pixels. */
export type CategoryLabels = { isAbove: boolean; width: number };

export const isDiscrete = (type: FieldType | undefined): boolean => type === 'nominal' || type === 'ordinal';

/** The type of what a side measures, which all layers share. */
export const typeOfSide = (side: 'x' | 'y', layers: readonly ChartLayer[]): FieldType =>
  layers.map(({ encoding }) => encoding[side]?.type).find((type) => type !== undefined) ?? 'quantitative';

/** A value of a scale: days as milliseconds. */
export const toDatum = (value: number | string, type: FieldType): number | string =>
  type === 'temporal' ? (readMoment(String(value)) ?? value) : value;

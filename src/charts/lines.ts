import {
  area,
  curveLinear,
  curveMonotoneX,
  curveMonotoneY,
  curveStep,
  curveStepAfter,
  curveStepBefore,
  line,
} from 'd3-shape';
import type { ChartLayer } from '../engine/model/chart-spec.ts';
import type { Plot } from './context.ts';
import type { Mark } from './marks.ts';
import { isAlong } from './orientation.ts';
import { aroundPoints, element, type Shape } from './svg.ts';
import { drawSymbol } from './symbols.ts';
import { dash } from './theme.ts';

const curves = {
  linear: curveLinear,
  step: curveStep,
  'step-after': curveStepAfter,
  'step-before': curveStepBefore,
  monotone: curveMonotoneX,
} as const;

/** Draws lines or areas through marks, one per category, with the points of the lines. */
export function drawPath(marks: readonly Mark[], layer: ChartLayer, { layers }: Plot): Shape[] {
  const { mark, encoding } = layer;
  const fields = [encoding.color, encoding.detail].flatMap((channel) => channel?.field ?? []);
  const groups = Map.groupBy(marks, ({ row }) => JSON.stringify(fields.map((field) => row[field])));
  const isFlat = isAlong('x', layer, layers);
  const order = encoding.order?.field;
  const rank = ({ row, x, y }: Mark): number => (order === undefined ? (isFlat ? y.to : x.to) : Number(row[order]));
  const sorted = [...groups.values()].map((group) => group.toSorted((a, b) => rank(a) - rank(b)));
  const points = mark.point === true && mark.type === 'line' ? marks : [];
  return [
    ...sorted.map((group) => drawOne(group, layer, isFlat)),
    ...points.map(({ x, y, color, shape }) => drawSymbol([x.to, y.to], { shape, color, size: 48, isFilled: true })),
  ];
}

function drawOne(marks: readonly Mark[], { mark }: ChartLayer, isFlat: boolean): Shape {
  const { interpolate = 'linear', dashed, opacity } = mark;
  const curve = interpolate === 'monotone' && isFlat ? curveMonotoneY : curves[interpolate];
  const [first] = marks;
  const points = marks.flatMap(({ x, y }) => [[x.from, y.from] as const, [x.to, y.to] as const]);
  const isLine = mark.type === 'line';
  const d = isLine
    ? line<Mark>(
        ({ x }) => x.to,
        ({ y }) => y.to,
      )
        .digits(2)
        .curve(curve)([...marks])
    : area<Mark>()
        .x0(({ x }) => x.from)
        .x1(({ x }) => x.to)
        .y0(({ y }) => y.from)
        .y1(({ y }) => y.to)
        .digits(2)
        .curve(curve)([...marks]);
  const style = isLine
    ? {
        stroke: first?.color,
        'stroke-width': first?.size ?? 2,
        'stroke-dasharray': dashed === true ? dash : undefined,
        opacity,
      }
    : { fill: first?.color, opacity: opacity ?? 0.25 };
  return { svg: element('path', { d: d ?? '', ...style }), box: aroundPoints(points) };
}

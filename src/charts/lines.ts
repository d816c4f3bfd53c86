import {
  area,
  curveLinear,
  curveMonotoneX,
  curveMonotoneY,
  curveStep,
  curveStepAfter,
  curveStepBefore,
  line,
  type CurveFactory,
} from 'd3-shape';
import type { ChartLayer } from '../engine/model/chart-spec.ts';
import type { Plot } from './context.ts';
import type { Mark } from './marks.ts';
import { isAlong } from './orientation.ts';
import { aroundPoints, element, type Shape } from './svg.ts';
import { drawSymbol } from './symbols.ts';
import { dash } from './theme.ts';

type MarkStyle = ChartLayer['mark'];

const curves = {
  linear: curveLinear,
  step: curveStep,
  'step-after': curveStepAfter,
  'step-before': curveStepBefore,
  monotone: curveMonotoneX,
} as const;

/** Draws lines or areas through marks, one per category, with the points of the lines. */
export function drawPaths(marks: readonly Mark[], layer: ChartLayer, { layers }: Plot): Shape[] {
  const { mark, encoding } = layer;
  const fields = [encoding.color, encoding.detail].flatMap((channel) => channel?.field ?? []);
  const groups = Map.groupBy(marks, ({ row }) => JSON.stringify(fields.map((field) => row[field])));
  const isAlongX = isAlong('x', layer, layers);
  const order = encoding.order?.field;
  const rank = ({ row, x, y }: Mark): number => {
    if (order !== undefined) return Number(row[order]);
    return isAlongX ? y.to : x.to;
  };
  const sorted = [...groups.values()].map((group) => group.toSorted((a, b) => rank(a) - rank(b)));
  const points = mark.point === true && mark.type === 'line' ? marks : [];
  const curve = curveOf(mark, isAlongX);
  const draw = mark.type === 'line' ? drawLinePath : drawAreaPath;
  return [
    ...sorted.map((group) => draw(group, mark, curve)),
    ...points.map(({ x, y, color, shape }) => drawSymbol([x.to, y.to], { shape, color, size: 48, isFilled: true })),
  ];
}

function curveOf({ interpolate = 'linear' }: MarkStyle, isAlongX: boolean): CurveFactory {
  return interpolate === 'monotone' && isAlongX ? curveMonotoneY : curves[interpolate];
}

function drawLinePath(marks: readonly Mark[], { dashed, opacity }: MarkStyle, curve: CurveFactory): Shape {
  const path = line<Mark>(
    ({ x }) => x.to,
    ({ y }) => y.to,
  );
  const svg = element('path', {
    d: path.digits(2).curve(curve)([...marks]) ?? '',
    stroke: marks[0]?.color,
    'stroke-width': marks[0]?.size ?? 2,
    'stroke-dasharray': dashed === true ? dash : undefined,
    opacity,
  });
  return { svg, box: boxOf(marks) };
}

function drawAreaPath(marks: readonly Mark[], { opacity = 0.25 }: MarkStyle, curve: CurveFactory): Shape {
  const path = area<Mark>()
    .x0(({ x }) => x.from)
    .x1(({ x }) => x.to)
    .y0(({ y }) => y.from)
    .y1(({ y }) => y.to);
  const d = path.digits(2).curve(curve)([...marks]) ?? '';
  return { svg: element('path', { d, fill: marks[0]?.color, opacity }), box: boxOf(marks) };
}

const boxOf = (marks: readonly Mark[]): Shape['box'] =>
  aroundPoints(marks.flatMap(({ x, y }) => [[x.from, y.from] as const, [x.to, y.to] as const]));

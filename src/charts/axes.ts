import { isDiscrete, mergeSettings, toDatum, typeOfSide, type Plot, type Position, type Side } from './context.ts';
import type { Scale } from './scales.ts';
import { ascent, drawLine, drawText, type Box, type Shape, type TextStyle } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';
import { colorOf, font, fontSize, labelPadding, lineHeight } from './theme.ts';

type Settings = NonNullable<Position['axis']>;
type Tick = { at: number; text: string };

/** Between the labels of an axis and its title, and between two labels, in pixels. */
const titlePadding = 8;
const labelSeparation = 8;

/** The lines of both axes across a plot, and what is written at them. */
export function drawAxes(plot: Plot): { lines: Shape[]; texts: Shape[] } {
  const axes = (['x', 'y'] as const).map((side) => drawAxis(side, plot));
  return { lines: axes.flatMap(({ lines }) => lines), texts: axes.flatMap(({ texts }) => texts) };
}

function drawAxis(side: Side, plot: Plot): { lines: Shape[]; texts: Shape[] } {
  const scale = plot[side];
  const settings = settingsOf(side, plot);
  if (scale === null || settings === null) return { lines: [], texts: [] };
  const ticks = ticksOf(scale, settings, { side, plot });
  const lines = (settings.grid ?? !scale.isCategory) ? ticks.map(({ at }) => drawGridLine(at, side, plot)) : [];
  // Of several charts below or beside each other, the last or the first has the axis.
  const isAtEdge = side === 'x' ? plot.cell.isLast || scale.isCategory : plot.cell.isFirst;
  if (!isAtEdge) return { lines, texts: [] };
  const labels = side === 'x' ? drawLabelsBelow(ticks, scale, plot) : drawLabelsBeside(ticks, scale, plot);
  return { lines, texts: [...labels, ...drawTitle(settings.title, labels, { side, plot })] };
}

/** The settings of an axis; null where every layer leaves it out. */
function settingsOf(side: Side, { layers }: Plot): Settings | null {
  const channels = layers.flatMap(({ encoding }) => encoding[side] ?? []);
  return channels.every(({ axis }) => axis === null) ? null : mergeSettings(channels.map(({ axis }) => axis));
}

type AxisContext = { side: Side; plot: Plot };

function ticksOf(scale: Scale, { values, format }: Settings, { side, plot }: AxisContext): Tick[] {
  const count = plot.size.isNarrow ? 4 : 6;
  const length = side === 'x' ? plot.width : plot.height;
  const type = typeOfSide(side, plot.layers);
  const print = scale.formatOf(count, format);
  return (values?.map((one) => toDatum(one, type)) ?? scale.ticks(count))
    .map((value) => ({ at: scale.at(value), text: print(value) }))
    .filter(({ at }) => at >= -0.5 && at <= length + 0.5);
}

/** Thin and sharp: in the middle between two pixels. */
function drawGridLine(at: number, side: Side, { width, height }: Plot): Shape {
  const place = Math.round(at) + 0.5;
  const style = { stroke: colorOf('rule') };
  return side === 'x'
    ? drawLine([place, 0.5], [place, height + 0.5], style)
    : drawLine([0.5, place], [width + 0.5, place], style);
}

const colorOfLabels = ({ isCategory }: Scale): string => colorOf(isCategory ? 'ink' : 'quiet');

/** The labels of the x axis: of numbers those for which there is room, of categories all, upright where they are wide. */
function drawLabelsBelow(ticks: readonly Tick[], scale: Scale, { width, height, labels }: Plot): Shape[] {
  const color = colorOfLabels(scale);
  const top = height + 0.5 + labelPadding;
  const isUpright =
    scale.isCategory && ticks.some(({ text }) => textWidth(text, font) > width / ticks.length - labelSeparation);
  if (isUpright)
    return ticks.map(({ at, text }) =>
      drawText(text, [at + fontSize * 0.3, top], { align: 'right', color, isUpright }),
    );
  const shapes = ticks.map(({ at, text }) =>
    drawText(text, [at + 0.5, top + fontSize * ascent], {
      align: labels.isAbove ? alignAt(at, width) : 'center',
      color,
    }),
  );
  return scale.isCategory ? shapes : withoutOverlap(shapes, ({ left }, { right }) => left - right);
}

/** Labels at the ends of an axis do not stand out. */
const alignAt = (at: number, width: number): TextStyle['align'] =>
  at < 1 ? 'left' : at > width - 1 ? 'right' : 'center';

/** The labels of the y axis: beside their marks, or above them. */
function drawLabelsBeside(ticks: readonly Tick[], scale: Scale, { labels }: Plot): Shape[] {
  const color = colorOfLabels(scale);
  if (scale.isCategory && labels.isAbove)
    return ticks.map(({ at, text }) => drawText(text, [0.5, at - 11.5], { color }));
  const shapes = ticks.map(({ at, text }) => drawText(text, [0.5 - labelPadding, at + 4.5], { align: 'right', color }));
  return scale.isCategory
    ? shapes
    : withoutOverlap(shapes, (next, last) => Math.max(last.top - next.bottom, next.top - last.bottom));
}

/** The labels that are far enough from the one before. */
function withoutOverlap(labels: readonly Shape[], distance: (next: Box, last: Box) => number): Shape[] {
  const shown: Shape[] = [];
  for (const label of labels) {
    const last = shown.at(-1);
    if (last === undefined || distance(label.box, last.box) >= labelSeparation) shown.push(label);
  }
  return shown;
}

/** The title of the x axis is below its labels, that of the y axis above it and not rotated. */
function drawTitle(title: string | null | undefined, labels: readonly Shape[], { side, plot }: AxisContext): Shape[] {
  if (title === null || title === undefined) return [];
  const { size, layers, height } = plot;
  const besides = isDiscrete(typeOfSide('y', layers)) ? plot.labels.width : 44;
  const lines = wrapText(title, size.width - 6 - (side === 'y' ? 0 : besides), font).split('\n');
  const below = Math.max(height, ...labels.map(({ box }) => box.bottom)) + titlePadding + fontSize * ascent;
  const first = side === 'x' ? below : -12.5 - lineHeight * (lines.length - 1);
  return lines.map((line, index) => drawText(line, [0.5, first + lineHeight * index], {}));
}

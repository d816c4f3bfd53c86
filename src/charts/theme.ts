import type { Config } from 'vega-lite';

/** The values in light that the site's variables have, for pictures in which there are no variables. */
export const lightColors: Readonly<Record<string, string>> = {
  accent: '#0b5a6b',
  against: '#9a3b26',
  for: '#1c6b4a',
  ink: '#1f1d1a',
  mixed: '#6d5a12',
  paper: '#ffffff',
  quiet: '#64605a',
  rule: '#e0dcd2',
};

/** A colour of the design as SVG has it. */
export const colorOf = (name: string): string => `var(--${name})`;

/** Colours of categories where the specification names none. */
export const categoryColors = ['accent', 'mixed', 'against', 'for', 'quiet', 'ink'].map(colorOf);

export const fontSize = 12;
/** Between an axis and its labels, in pixels. */
export const labelPadding = 7;
export const font = { size: fontSize } as const;

const label = {
  labelColor: colorOf('quiet'),
  labelFontSize: fontSize,
  labelFont: 'sans-serif',
  labelFontWeight: 400,
} as const;
const title = {
  titleColor: colorOf('quiet'),
  titleFontSize: fontSize,
  titleFont: 'sans-serif',
  titleFontWeight: 400,
} as const;

/** The look of every chart: quiet axes, thin lines across, no frame. */
export const theme = {
  background: undefined,
  font: 'sans-serif',
  lineBreak: '\n',
  aria: false,
  view: { stroke: null },
  axis: {
    ...label,
    ...title,
    labelLimit: 0,
    titleLimit: 0,
    domain: false,
    ticks: false,
    labelPadding,
    gridColor: colorOf('rule'),
    gridWidth: 1,
    titlePadding: 8,
    titleAnchor: 'start',
    labelOverlap: 'greedy',
    labelSeparation: 8,
  },
  axisDiscrete: { grid: false, labelColor: colorOf('ink'), labelOverlap: false },
  title: {
    color: colorOf('ink'),
    font: 'sans-serif',
    fontSize: fontSize + 1,
    fontWeight: 600,
    anchor: 'start',
    frame: 'group',
    offset: 8,
    limit: 0,
  },
  legend: {
    ...label,
    ...title,
    labelColor: colorOf('ink'),
    labelLimit: 0,
    orient: 'top',
    direction: 'horizontal',
    columnPadding: 18,
    rowPadding: 4,
    symbolStrokeWidth: 2,
    symbolOpacity: 1,
    symbolSize: 64,
    offset: 12,
  },
  text: { fontSize, color: colorOf('ink'), font: 'sans-serif' },
} satisfies Config;

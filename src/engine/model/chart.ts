import type { ChartLayer, ChartSpec, Encoding } from './chart-spec.ts';
import type { Essay } from './essay.ts';
import type { ComponentNode } from './nodes.ts';

/** A value of a column: a number, a date as milliseconds in UTC, a text, or null if the cell is empty. */
export type Datum = number | string | null;

/** A CSV file, with its cells as written. */
export type DataTable = { columns: string[]; rows: string[][] };

/** A chart that can be drawn: all its fields are columns of its data. */
export type Chart = {
  spec: ChartSpec;
  /** The rows by column, with values of the types that the specification declares. */
  rows: Record<string, Datum>[];
  /** The data as displayed to readers. */
  table: DataTable;
  /** The path of the CSV file from the project's root. */
  dataFile: string;
  /** The path of the CSV file from the site's root: `/essays/x/reach.csv`. */
  dataPath: string;
  /** By key: the printed names of the works in the rows. */
  works: Record<string, string>;
};

/** A chart as SVG: for wide and narrow columns with CSS variables of the site, and with fixed colours. */
export type ChartDrawings = { wide: string; narrow: string; plain: string };

/** The marks that show a channel. A channel that is not listed works with every mark. */
const marksOf: Readonly<Record<string, readonly string[]>> = {
  shape: ['point'],
  text: ['text'],
  x2: ['area', 'bar', 'rule'],
  y2: ['area', 'bar', 'rule'],
  size: ['bar', 'line', 'point', 'rule', 'text', 'tick'],
};

/** Reports whether a mark shows a channel. */
export const canShow = (mark: string, channel: string): boolean => marksOf[channel]?.includes(mark) !== false;

/**
 * Returns the layers of a chart, each merged with the shared encoding. Channel settings of the layer take precedence.
 */
export const layersOf = ({ mark, encoding, layer }: ChartSpec): ChartLayer[] =>
  (layer ?? (mark === undefined ? [] : [{ mark, encoding: {} }])).map((own) => ({
    mark: own.mark,
    encoding: mergeEncodings(encoding, own.encoding),
  }));

/** Properties that bind a channel to a column or to a value. */
const binding = new Set(['field', 'type', 'value', 'datum']);

/** Merges encodings. A layer's own binding replaces the shared one, whether it is a column or a value. */
function mergeEncodings(shared: Encoding, own: Encoding): Encoding {
  const before = new Map<string, object>(Object.entries(shared));
  const channels = Object.entries(own).map(([name, channel]): [string, object] => {
    const settings = Object.entries(before.get(name) ?? {}).filter(([key]) => !binding.has(key));
    return [name, { ...Object.fromEntries(settings), ...channel }];
  });
  return { ...shared, ...Object.fromEntries(channels) };
}

/** Returns the charts of a text that can be drawn. */
export const chartsOf = ({
  components,
}: Pick<Essay, 'components'>): (ComponentNode<'Chart'> & { data: { chart: Chart } })[] =>
  components.filter((node) => node.name === 'Chart').filter(isDrawable);

const isDrawable = (node: ComponentNode<'Chart'>): node is ComponentNode<'Chart'> & { data: { chart: Chart } } =>
  node.data?.chart !== undefined;

/** Returns the file name of a chart's picture in posts: `./reach.chart.png` for `./reach.chart.yaml`. */
export const pictureOfChart = (spec: string): string => spec.replace(/yaml$/, 'png');

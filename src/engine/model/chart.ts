import type { ChartLayer, ChartSpec, Encoding } from './chart-spec.ts';
import type { Essay } from './essay.ts';
import type { ComponentNode } from './nodes.ts';

/** A value of a column: a number, a moment as milliseconds in UTC, a text, or null where the cell is empty. */
export type Datum = number | string | null;

/** A CSV file: its cells as written. */
export type DataTable = { columns: string[]; rows: string[][] };

/** A chart that can be drawn: its fields are columns of its data. */
export type Chart = {
  spec: ChartSpec;
  /** The rows by column, with values of the types that the specification gives. */
  rows: Record<string, Datum>[];
  /** The data as readers see them. */
  table: DataTable;
  /** The path of the CSV file from the project's root. */
  dataFile: string;
  /** The path of the CSV file from the site's root: `/essays/x/reach.csv`. */
  dataPath: string;
  /** By key: what the works of the rows are called. */
  works: Record<string, string>;
};

/** A chart as SVG: for wide and for narrow columns in the CSS variables of the site, and in colours of its own. */
export type ChartDrawings = { wide: string; narrow: string; plain: string };

/** The marks that show a channel; others show every channel. */
const marksOf: Readonly<Record<string, readonly string[]>> = {
  shape: ['point'],
  text: ['text'],
  x2: ['area', 'bar', 'rule'],
  y2: ['area', 'bar', 'rule'],
  size: ['bar', 'line', 'point', 'rule', 'text', 'tick'],
};

/** Whether a mark shows a channel. */
export const canShow = (mark: string, channel: string): boolean => marksOf[channel]?.includes(mark) !== false;

/** The layers of a chart, each with what all share: a channel of a layer keeps of the shared one what it does not name. */
export const layersOf = ({ mark, encoding, layer }: ChartSpec): ChartLayer[] =>
  (layer ?? (mark === undefined ? [] : [{ mark, encoding: {} }])).map((one) => ({
    mark: one.mark,
    encoding: mergeEncodings(encoding, one.encoding),
  }));

/** What binds a channel to a column or to a value. */
const binding = new Set(['field', 'type', 'value', 'datum']);

/** A value for all rows is in the place of a column, and a column in that of a value. */
function mergeEncodings(shared: Encoding, own: Encoding): Encoding {
  const before = new Map<string, object>(Object.entries(shared));
  const channels = Object.entries(own).map(([name, channel]): [string, object] => {
    const settings = Object.entries(before.get(name) ?? {}).filter(([key]) => !binding.has(key));
    return [name, { ...Object.fromEntries(settings), ...channel }];
  });
  return { ...shared, ...Object.fromEntries(channels) };
}

/** The charts of a text that can be drawn. */
export const chartsOf = ({
  components,
}: Pick<Essay, 'components'>): (ComponentNode<'Chart'> & { data: { chart: Chart } })[] =>
  components.filter((node) => node.name === 'Chart').filter(isDrawable);

const isDrawable = (node: ComponentNode<'Chart'>): node is ComponentNode<'Chart'> & { data: { chart: Chart } } =>
  node.data?.chart !== undefined;

/** The name that the picture of a chart has among the pictures of posts: `./reach.chart.png` of `./reach.chart.yaml`. */
export const pictureOfChart = (spec: string): string => spec.replace(/yaml$/, 'png');

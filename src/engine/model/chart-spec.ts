import * as z from 'zod';

/** The colours of the site's design that a chart may use; each has a light and a dark value. */
const chartColors = ['accent', 'against', 'for', 'ink', 'mixed', 'quiet', 'rule'] as const;
const shapes = ['circle', 'square', 'cross', 'diamond', 'triangle-up', 'triangle-down'] as const;

const Color = z.enum(chartColors);
const Value = z.union([z.number(), z.string().min(1)], 'a number or a text');
const Values = z.array(Value).min(1);
const Sort = z.union(
  [z.enum(['ascending', 'descending']), Values],
  '`ascending`, `descending` or a list of values; without it the order is that of the rows',
);
/** A number format of d3, or a date format such as `%Y`. It is never executed. */
const Format = z.string().regex(/^[-+,.~$%0-9A-Za-z ]{1,16}$/, 'a format of d3 such as `,` or `%Y`');
const pixels = (least: number, most: number) => z.number().min(least).max(most);

const Scale = z.strictObject({
  type: z.enum(['linear', 'log', 'sqrt', 'symlog']).optional().describe('How numbers become lengths.'),
  domain: Values.optional().describe('The lowest and the highest value, or all values of a category.'),
  range: z.array(z.string()).min(1).optional().describe('Colours or shapes, in the order of the domain.'),
  reverse: z.boolean().optional().describe('Whether the highest value comes first.'),
  zero: z.boolean().optional().describe('Whether the scale begins at zero.'),
  nice: z.boolean().optional().describe('Whether the ends of the scale are round numbers.'),
});

const Axis = z.strictObject({
  title: z.string().min(1).nullable().optional().describe('What the axis measures, with its unit.'),
  format: Format.optional().describe('How values are printed.'),
  values: Values.optional().describe('The values that are printed.'),
  grid: z.boolean().optional().describe('Whether lines cross the chart.'),
});

const Legend = z.strictObject({
  title: z.string().min(1).nullable().optional().describe('A line above the legend.'),
});

const fieldTypes = ['quantitative', 'temporal', 'ordinal', 'nominal'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** The properties common to all channels: a column of the data with its type. */
const bound = {
  field: z.string().min(1).optional().describe('A column of the CSV file.'),
  type: z.enum(fieldTypes).optional().describe('How the values of the column are read.'),
};

/** Reports whether a channel has either a column with its type, or a value for all rows. */
const isBound = ({
  field,
  type,
  value,
  datum,
}: {
  field?: unknown;
  type?: unknown;
  value?: unknown;
  datum?: unknown;
}) =>
  field === undefined
    ? type === undefined && (value === undefined) !== (datum === undefined)
    : type !== undefined && value === undefined && datum === undefined;
const eitherOr = 'a `field` with its `type`, or a value';

const Position = z
  .strictObject({
    ...bound,
    value: pixels(-2000, 2000).optional().describe('A position in pixels.'),
    datum: Value.optional().describe('A value of the scale, for a line of reference.'),
    scale: Scale.omit({ range: true }).optional(),
    axis: Axis.nullable().optional().describe('The axis; `null` for none.'),
    sort: Sort.optional().describe('The order of categories.'),
  })
  .refine(isBound, eitherOr);
const SecondPosition = z
  .strictObject({ field: bound.field, value: pixels(-2000, 2000).optional(), datum: Value.optional() })
  .refine(
    ({ field, value, datum }) => [field, value, datum].filter((source) => source !== undefined).length === 1,
    'a `field` or a value',
  );
const Category = <Name extends string>(value: z.ZodType<Name>) =>
  z
    .strictObject({
      field: bound.field,
      type: z.enum(['ordinal', 'nominal']).optional().describe('How the values of the column are read.'),
      value: value.optional().describe('The same for all rows.'),
      scale: Scale.pick({ domain: true })
        .extend({ range: z.array(value).min(1).optional() })
        .optional(),
      legend: Legend.nullable().optional().describe('The legend; `null` for none.'),
      sort: Sort.optional(),
    })
    .refine(isBound, eitherOr);
const Size = z
  .strictObject({
    field: bound.field,
    type: z.literal('quantitative').optional(),
    value: pixels(1, 2000).optional().describe('An area in square pixels, or a width in pixels.'),
    legend: Legend.nullable().optional(),
  })
  .refine(isBound, eitherOr);
const Text = z
  .strictObject({ ...bound, value: z.string().min(1).optional(), format: Format.optional() })
  .refine(isBound, eitherOr);
const Detail = z.strictObject({ field: z.string().min(1), type: z.enum(fieldTypes) });

const Encoding = z.strictObject({
  x: Position.optional(),
  y: Position.optional(),
  x2: SecondPosition.optional(),
  y2: SecondPosition.optional(),
  color: Category(Color).optional(),
  shape: Category(z.enum(shapes)).optional(),
  size: Size.optional(),
  text: Text.optional(),
  detail: Detail.optional(),
  order: Detail.optional(),
});
export type Encoding = z.infer<typeof Encoding>;

export const marks = ['point', 'line', 'area', 'bar', 'rule', 'tick', 'text'] as const;

const MarkFields = z.strictObject({
  type: z.enum(marks),
  color: Color.optional().describe('A colour of the design.'),
  filled: z.boolean().optional().describe('Whether points are filled.'),
  size: pixels(1, 400).optional().describe('An area of points in square pixels, or the width of bars in pixels.'),
  opacity: z.number().min(0).max(1).optional(),
  dashed: z.boolean().optional().describe('Whether lines are dashed.'),
  point: z.boolean().optional().describe('Whether a line has points.'),
  interpolate: z.enum(['linear', 'step', 'step-after', 'step-before', 'monotone']).optional(),
  bold: z.boolean().optional().describe('Whether text is bold.'),
  align: z.enum(['left', 'center', 'right']).optional(),
  baseline: z.enum(['top', 'middle', 'bottom']).optional(),
  dx: pixels(-200, 200).optional().describe('A distance to the right, in pixels.'),
  dy: pixels(-200, 200).optional().describe('A distance downwards, in pixels.'),
});
/** `point` is short for `{ type: point }`. */
export const Mark = z.preprocess((value) => (typeof value === 'string' ? { type: value } : value), MarkFields);

const FacetField = z.strictObject({
  field: z.string().min(1).describe('A column of the CSV file.'),
  type: z.enum(['ordinal', 'nominal']).default('nominal'),
  title: z.string().min(1).nullable().optional(),
  sort: Sort.optional(),
});

/** A layer: a mark, and the columns that its position, colour and so on show. */
const Layer = z.strictObject({ mark: Mark, encoding: Encoding.default({}) });
export type ChartLayer = z.infer<typeof Layer>;

/** A `.chart.yaml`: a closed subset of Vega-Lite over one CSV file. `source` and `step` are extensions. */
export const ChartSpec = z
  .strictObject({
    data: z
      .string()
      .regex(/^\.\/[\w-]+\.csv$/, 'a file in the folder of the essay, such as `./reach.csv`')
      .describe('A CSV file beside the essay, such as `./reach.csv`.'),
    source: z
      .enum(['works', 'own'])
      .default('works')
      .describe('`works`: the column `work` of each row has the key of a work. `own`: the data are of this review.'),
    height: pixels(60, 900).optional().describe('The height of the plot in pixels.'),
    step: pixels(10, 120).optional().describe('The height of one category on the y axis in pixels.'),
    mark: Mark.optional(),
    encoding: Encoding.default({}).describe('What all layers share.'),
    layer: z.array(Layer).min(1).max(12).optional().describe('Marks over each other.'),
    facet: z
      .strictObject({ row: FacetField.optional(), column: FacetField.optional() })
      .optional()
      .describe('A small chart for each value of a column.'),
  })
  .refine(
    ({ mark, layer }) => (mark === undefined) !== (layer === undefined),
    'a `mark` or a list `layer`, and not both',
  );
export type ChartSpec = z.infer<typeof ChartSpec>;

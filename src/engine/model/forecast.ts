import * as z from 'zod';
import { Id } from './id.ts';
import { WebUrl } from './url.ts';

/** The value of a forecast on a day. */
export const ForecastValue = z.strictObject({
  on: z.iso.date().describe('The day on which this was the forecast, as 2026-11-25.'),
  value: z.string().trim().min(1).describe('The forecast in words or numbers, as “10%”.'),
  note: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('What has to be known with it, as a sentence without its full stop.'),
});
export type ForecastValue = z.infer<typeof ForecastValue>;

/** When and how a forecast is settled. */
export const Resolution = z
  .strictObject({
    on: z.iso.date().optional().describe('The day on which it is settled.'),
    rule: z.string().trim().min(1).optional().describe('The rule by which it is settled, as a sentence.'),
  })
  .refine(({ on, rule }) => on !== undefined || rule !== undefined, { error: 'a day `on`, a `rule`, or both' });

const compareDays = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** A dated forecast by someone else; an item of `content/forecasts.yaml`. */
export const Forecast = z.strictObject({
  id: Id.describe('What `<Forecast id="…" />` names it by; a part of addresses.'),
  question: z.string().trim().min(1).describe('The question, exactly as it was asked.'),
  source: z.string().trim().min(1).describe('Where it was published, as “Metaculus”.'),
  url: WebUrl.describe('The address of the source.'),
  resolution: Resolution.describe('When and how it is settled.'),
  by: z.string().trim().min(1).describe('Who forecast.'),
  values: z
    .array(ForecastValue)
    .min(1)
    .overwrite((values) => values.toSorted((a, b) => compareDays(a.on, b.on)))
    .describe('What was forecast, each with its day.'),
});
export type Forecast = z.infer<typeof Forecast>;

/** Returns the newest value of a forecast. */
export const latestOf = ({ values }: Pick<Forecast, 'values'>): ForecastValue => {
  const last = values.at(-1);
  if (last === undefined) throw new Error('A forecast has no value. Parse it with its schema first.');
  return last;
};

/** Path of the file from the project's root; the file is optional. */
export const forecastsFile = 'content/forecasts.yaml';

import * as z from 'zod';
import { WebUrl } from './url.ts';

const count = z.int().nonnegative();
const percent = z.number().min(0).max(100);

/** An audit: sentences drawn at random and compared with their sources again. */
export const Audit = z
  .strictObject({
    date: z.iso.date().describe('When it was made, as 2026-11-25.'),
    drawn: z.int().positive().describe('How many sentences were drawn.'),
    how: z.string().min(1).describe('How they were drawn, as a sentence without its full stop.'),
    major: count.describe('Sentences whose source does not support them or says the opposite.'),
    minor: count.describe('Sentences in which a qualifier or a number is wrong.'),
    by: z.string().min(1).describe('Who made it.'),
  })
  .refine(({ drawn, major, minor }) => major + minor <= drawn, {
    path: ['drawn'],
    error: 'at least as many as `major` and `minor` together',
  });
export type Audit = z.infer<typeof Audit>;

/** An error rate of quotations that another source reports. */
const OtherRate = z.strictObject({
  field: z.string().min(1).describe('The field, as “Medicine”.'),
  wrong: percent.describe('Quotations that are wrong, in per cent.'),
  grave: percent.optional().describe('Quotations that are gravely wrong, in per cent.'),
  studies: z.int().positive().optional().describe('How many studies the rate rests on.'),
  source: z.string().min(1).describe('The source, as a short reference.'),
  url: WebUrl.describe('The address of the source.'),
});

/** `content/audits.yaml`: how often sentences of this review, and of other fields, were found wrong. */
export const AuditsFile = z.strictObject({
  audits: z.array(Audit).default([]).describe('Audits of this review, the newest last.'),
  others: z.array(OtherRate).default([]).describe('Rates of other fields, for comparison.'),
});
export type AuditsFile = z.infer<typeof AuditsFile>;

/** Path of the file from the project's root; the file is optional. */
export const auditsFile = 'content/audits.yaml';

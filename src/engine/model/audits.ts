import * as z from 'zod';
import { WebUrl } from './url.ts';

const count = z.int().nonnegative();
const percent = z.number().min(0).max(100);

/** Sentences drawn at random and compared with their sources once more. */
export const Audit = z
  .strictObject({
    date: z.iso.date().describe('When it was made, as 2026-11-25.'),
    drawn: z.int().positive().describe('How many sentences were drawn.'),
    how: z.string().min(1).describe('How they were drawn, as a sentence without its full stop.'),
    major: count.describe('Sentences whose source does not support them or says the opposite.'),
    minor: count.describe('Sentences in which a qualifier or a number is off.'),
    by: z.string().min(1).describe('Who made it.'),
  })
  .refine(({ drawn, major, minor }) => major + minor <= drawn, {
    path: ['drawn'],
    error: 'at least as many as `major` and `minor` together',
  });
export type Audit = z.infer<typeof Audit>;

/** What is known of quotations elsewhere. */
export const OtherRate = z.strictObject({
  field: z.string().min(1).describe('The field, as “Medicine”.'),
  wrong: percent.describe('Quotations that are wrong, in per cent.'),
  grave: percent.optional().describe('Quotations that are gravely wrong, in per cent.'),
  studies: z.int().positive().optional().describe('How many studies the rate rests on.'),
  source: z.string().min(1).describe('The source, as a short reference.'),
  url: WebUrl.describe('The address of the source.'),
});
export type OtherRate = z.infer<typeof OtherRate>;

/** `content/audits.yaml`: how often the review's own sentences were found wrong, and those of other fields. */
export const AuditsFile = z.strictObject({
  audits: z.array(Audit).default([]).describe('Audits of this review, the newest last.'),
  others: z.array(OtherRate).default([]).describe('Rates of other fields, for comparison.'),
});
export type AuditsFile = z.infer<typeof AuditsFile>;

/** Path of the file from the project's root; a review may go without. */
export const auditsFile = 'content/audits.yaml';

import * as z from 'zod';
import { answerSlug } from './answer.ts';
import { byName } from './by-name.ts';
import type { PositionOf } from './review.ts';
import { WebUrl } from './url.ts';

/** How much of a work was read for a sentence, in descending order. */
export const readings = ['full-text', 'excerpt', 'abstract', 'retelling'] as const;
export type ReadAs = (typeof readings)[number];

/** The record of how a sentence was compared with one work. */
export const WorkSupport = z.strictObject({
  entry: z
    .string()
    .regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits; `npm run support` writes them')
    .optional()
    .describe('Hash of title, authors, year and identifier of the work; `npm run support` writes it.'),
  verdict: z.enum(['supported', 'partly']).describe('Whether the work says what the sentence says.'),
  lacks: z.string().min(1).optional().describe('With `partly`: what of the sentence the work does not say.'),
  read: z.enum(readings).describe('How much of the work was read.'),
  where: z.string().min(1).describe('The passage, as “§4, table 2”.'),
  page: WebUrl.describe('The address at which it was read.'),
  on: z.iso.date().describe('The day on which it was read, as 2026-11-25.'),
  says: z.string().min(1).describe('What the work says there, in our own words.'),
});
export type WorkSupport = z.infer<typeof WorkSupport>;

/** A cited sentence, and by key the record of each work that it cites. */
const SupportRecord = z.strictObject({
  sentence: z.string().min(1).describe('The sentence, or the row of a table, as the essay writes it.'),
  works: byName(WorkSupport).describe('One record for each work that the sentence cites, by key.'),
});
type SupportRecord = z.infer<typeof SupportRecord>;

/** `content/essays/<slug>/support.yaml`. */
export const SupportFile = z.array(SupportRecord);

/** A record with the normal form of its sentence. */
export type ReadRecord = SupportRecord & { normal: string };

/** The support file of an essay. */
export type EssaySupport = { file: string; records: ReadRecord[]; positionOf: PositionOf };

/** Path of an essay's support file from the project's root. */
export const supportPath = (slug: string): string =>
  slug === answerSlug ? 'content/answer.support.yaml' : `content/essays/${slug}/support.yaml`;

/** Indexes the records of a support file by normal form of the sentence, then by key of the work. */
export const supportBySentence = (
  support: EssaySupport | null,
): ReadonlyMap<string, Readonly<Record<string, WorkSupport>>> =>
  new Map(support?.records.map(({ normal, works }) => [normal, works]));

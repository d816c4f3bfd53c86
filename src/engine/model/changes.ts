import * as z from 'zod';

/** A change of the review's answer on a day, and the works that caused it. */
export const Change = z.strictObject({
  on: z.iso.date().describe('The day, as 2026-11-25.'),
  change: z.string().trim().min(1).describe('What changed in the answer, in a sentence or two.'),
  works: z.array(z.string().min(1)).default([]).describe('Keys of the works that changed it.'),
});
export type Change = z.infer<typeof Change>;

/** Path of the list of changes from the project's root; the list is optional. */
export const changesFile = 'content/changes.yaml';

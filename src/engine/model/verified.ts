import * as z from 'zod';
import { byName } from './by-name.ts';
import { WebUrl } from './url.ts';

/** The source against which the title, the authors, the year and the identifier of a work were verified. */
export const Verification = z.strictObject({
  page: WebUrl.describe('The address of the page that shows title, authors, year and identifier.'),
  on: z.iso.date().describe('The day on which it was seen, as 2026-11-25.'),
});
export type Verification = z.infer<typeof Verification>;

/** `bibliography/verified.yaml`, by key. */
export const VerifiedWorks = byName(Verification);

/** Path of the file from the project's root; the file is optional. */
export const verifiedFile = 'bibliography/verified.yaml';

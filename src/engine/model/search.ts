import * as z from 'zod';
import { byName } from './by-name.ts';

/** Why results of a search were not used. A search may give several reasons. */
export const searchReasons = [
  'copies',
  'retellings',
  'lists',
  'other-subject',
  'no-text',
  'no-author',
  'unreliable',
  'out-of-scope',
] as const;
export type SearchReason = (typeof searchReasons)[number];

/** One search, as it was logged when it was made. */
export const Search = z
  .strictObject({
    where: z.string().trim().min(1).describe('What was searched, as “a stored collection of public web pages”.'),
    on: z.iso.date().describe('The day, as 2026-11-26.'),
    words: z.string().trim().min(1).describe('The words, as they were searched for.'),
    found: z.int().nonnegative().describe('How many results there were.'),
    screened: z.int().nonnegative().describe('How many of them were looked at.'),
    kept: z.array(z.string().min(1)).default([]).describe('Keys of the works that it gave the review.'),
    reasons: z.array(z.enum(searchReasons)).default([]).describe('Why other results were not used, as kinds to count.'),
    whyNot: z.string().trim().min(1).optional().describe('Why other results were not used, in words.'),
  })
  .refine(({ found, screened }) => screened <= found, {
    path: ['screened'],
    error: 'at most as many as `found`',
  });
export type Search = z.infer<typeof Search>;

/** `content/searches.yaml`. */
export const SearchLog = z.strictObject({
  about: z.string().trim().min(1).optional().describe('What readers should know of the log, in a few sentences.'),
  domains: byName(z.array(Search))
    .prefault({})
    .describe('By the id of a domain, its searches in the order in which they were made.'),
});
export type SearchLog = z.infer<typeof SearchLog>;

/** Path of the log from the project's root; a review may go without. */
export const searchesFile = 'content/searches.yaml';

/** What of a search may be shown where its words may not. */
export type CountedSearch = Pick<Search, 'on' | 'found' | 'screened' | 'kept' | 'reasons'> & {
  /** Whether it gave no work, also where `kept` names none because they may not be shown. */
  isEmpty: boolean;
};

/** A search as numbers, with those of its works that may be named. */
export const toCounted = (
  { on, found, screened, kept, reasons }: Search,
  isNamed: (key: string) => boolean = () => true,
): CountedSearch => ({ on, found, screened, kept: kept.filter(isNamed), reasons, isEmpty: kept.length === 0 });

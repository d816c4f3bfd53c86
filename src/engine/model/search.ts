import * as z from 'zod';
import { byName } from './by-name.ts';

/** Reasons for not using results of a search. A search may have several reasons. */
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

/** A search, logged when it was made. */
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

/** Path of the log from the project's root; the log is optional. */
export const searchesFile = 'content/searches.yaml';

/** The part of a search that may be shown if its words may not. */
export type CountedSearch = Pick<Search, 'on' | 'found' | 'screened' | 'kept' | 'reasons'> & {
  /** Whether it found no work to use. It may be false although `kept` is empty, because hidden works are left out. */
  isEmpty: boolean;
};

/** Reduces a search to numbers and the works that may be named. */
export const countedSearchOf = (
  { on, found, screened, kept, reasons }: Search,
  isNamed: (key: string) => boolean = () => true,
): CountedSearch => ({ on, found, screened, kept: kept.filter(isNamed), reasons, isEmpty: kept.length === 0 });

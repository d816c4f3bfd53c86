import * as z from 'zod';
import { AuditsFile, auditsFile } from './audits.ts';
import { byName } from './by-name.ts';
import { Change, changesFile } from './changes.ts';
import { Consideration, considerationsFile } from './consideration.ts';
import { Forecast, forecastsFile } from './forecast.ts';
import { glossaryFile, Term } from './glossary.ts';
import { ledgerFile, PostLedger } from './posts.ts';
import { Author, Domain, ReviewConfig, WorkRemark } from './review.ts';
import { SearchLog, searchesFile } from './search.ts';
import { VerifiedWorks, verifiedFile } from './verified.ts';

/** A YAML file of a review: its path from the project's root, and its schema. */
export type ContentFile<Schema extends z.ZodType> = { file: string; schema: Schema };

/** The page about the review, which is optional. */
export const aboutFile = 'content/about.mdx';

/** Reports whether a path is that of a library in BibTeX or BibLaTeX. */
export const isBibliographyFile = (path: string): boolean => /\.(?:bib|bibtex)$/i.test(path);

/** The YAML files of a review. */
export const contentFiles = {
  config: { file: 'content/review.yaml', schema: ReviewConfig },
  domains: { file: 'content/domains.yaml', schema: z.array(Domain) },
  considerations: { file: considerationsFile, schema: z.array(Consideration) },
  authors: { file: 'content/authors.yaml', schema: z.array(Author) },
  remarks: { file: 'content/works.yaml', schema: byName(WorkRemark) },
  posts: { file: ledgerFile, schema: PostLedger },
  verified: { file: verifiedFile, schema: VerifiedWorks },
  audits: { file: auditsFile, schema: AuditsFile },
  changes: { file: changesFile, schema: z.array(Change) },
  searches: { file: searchesFile, schema: SearchLog },
  forecasts: { file: forecastsFile, schema: z.array(Forecast) },
  glossary: { file: glossaryFile, schema: z.array(Term) },
} as const satisfies Record<string, ContentFile<z.ZodType>>;

/** The optional files of a review, each with the default text that is used if it is missing. */
export const optionalFiles: ReadonlyMap<string, string> = new Map([
  [ledgerFile, ''],
  [considerationsFile, '[]'],
  [verifiedFile, ''],
  [auditsFile, ''],
  [changesFile, '[]'],
  [searchesFile, ''],
  [forecastsFile, '[]'],
  [glossaryFile, '[]'],
]);

import * as z from 'zod';

/** A name as CSL-JSON writes it: a person's parts, or an organisation as one `literal`. */
export const Name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  suffix: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
});
export type Name = z.infer<typeof Name>;

/** A date as CSL-JSON writes it: one or two (a range) lists of year, month and day; or words such as "in press". */
export const CslDate = z.looseObject({
  'date-parts': z.array(z.array(z.number().int())).optional(),
  literal: z.string().optional(),
  circa: z.union([z.boolean(), z.number(), z.string()]).optional(),
});
export type CslDate = z.infer<typeof CslDate>;

/** What citeproc formats: one CSL-JSON item. `id` is the work's key. */
export const CslItem = z.looseObject({
  id: z.string(),
  type: z.string(),
  title: z.string().optional(),
  'title-short': z.string().optional(),
  'container-title': z.string().optional(),
  author: z.array(Name).optional(),
  editor: z.array(Name).optional(),
  issued: CslDate.optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
});
export type CslItem = z.infer<typeof CslItem>;

/** A place in a source file; lines and columns count from 1, offsets from 0. */
const SourcePosition = z.object({
  start: z.object({ line: z.number(), column: z.number(), offset: z.number() }),
  end: z.object({ line: z.number(), column: z.number(), offset: z.number() }),
});

/** An item of literature, as one entry of `bibliography/*.bib` describes it. */
export const Work = z.object({
  key: z.string().min(1),
  /** The URL segment of `/works/<segment>/`, from `toUrlSegment(key)`. */
  segment: z.string().min(1),
  csl: CslItem,
  /** Plain text, without markup or braces. */
  title: z.string().min(1),
  /** Plain names in order, "Given Family" or an organisation; "et al." is not part of it. */
  names: z.array(z.string()),
  /** True where the entry's list of authors ends in `and others`. */
  authorsTruncated: z.boolean(),
  /** First year of `issued`; null where the entry has no date or only words. */
  year: z.number().int().nullable(),
  /** Bare, without `https://doi.org/`. */
  doi: z.string().nullable(),
  /** Bare, as `2203.15556`. */
  arxiv: z.string().nullable(),
  /** The entry's own address. */
  url: z.string().nullable(),
  /** Where a citation leads: DOI, else arXiv, else the entry's own address where it may be linked to, else null. */
  link: z.string().nullable(),
  abstract: z.string().nullable(),
  /** The entry with bibliographic fields only, to copy. */
  bibtex: z.string().min(1),
  /** Path of the `.bib` file from the project's root, and the entry's place in it. */
  file: z.string(),
  position: SourcePosition,
});
export type Work = z.infer<typeof Work>;

/** Works by key, in the order of their files. */
export type Library = ReadonlyMap<string, Readonly<Work>>;

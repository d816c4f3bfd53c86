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

/** A date in CSL-JSON: one list of year, month and day, two lists for a range, or words such as "in press". */
export const CslDate = z.looseObject({
  'date-parts': z.array(z.array(z.number().int())).optional(),
  literal: z.string().optional(),
  circa: z.union([z.boolean(), z.number(), z.string()]).optional(),
});
export type CslDate = z.infer<typeof CslDate>;

/** A CSL-JSON item, which citeproc formats. `id` is the work's key. */
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

/** A position in a source file. Lines and columns count from 1, offsets from 0. */
const SourcePosition = z.object({
  start: z.object({ line: z.number(), column: z.number(), offset: z.number() }),
  end: z.object({ line: z.number(), column: z.number(), offset: z.number() }),
});

/** An item of literature, described by one entry of `bibliography/*.bib`. */
export const Work = z.object({
  key: z.string().min(1),
  /** The URL segment of `/works/<segment>/`, from `toUrlSegment(key)`. */
  segment: z.string().min(1),
  csl: CslItem,
  /** Plain text, without markup or braces. */
  title: z.string().min(1),
  /** Plain names in order, "Given Family" or an organisation, without "et al.". */
  names: z.array(z.string()),
  /** True if the entry's list of authors ends in `and others`. */
  authorsTruncated: z.boolean(),
  /** First year of `issued`; null if the entry has no date or only words. */
  year: z.number().int().nullable(),
  /** Without `https://doi.org/`. */
  doi: z.string().nullable(),
  /** Without a prefix: `2203.15556`. */
  arxiv: z.string().nullable(),
  /** The address in the entry. */
  url: z.string().nullable(),
  /** The target of a citation's link: DOI, else arXiv, else `url` if its scheme is allowed, else null. */
  link: z.string().nullable(),
  abstract: z.string().nullable(),
  /** The entry with bibliographic fields only, for readers to copy. */
  bibtex: z.string().min(1),
  /** Path of the `.bib` file from the project's root, and the entry's position in it. */
  file: z.string(),
  position: SourcePosition,
});
export type Work = z.infer<typeof Work>;

/** Works by key, in file order. */
export type Library = ReadonlyMap<string, Readonly<Work>>;

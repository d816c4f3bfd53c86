import * as z from 'zod';
import { certainties, directions } from './certainty.ts';
import { Change } from './changes.ts';
import { Consideration } from './consideration.ts';
import { Forecast } from './forecast.ts';
import { Term } from './glossary.ts';
import { Domain } from './review.ts';
import { WorkSupport } from './support.ts';

const day = z.iso.date().describe('A day, as 2026-11-25.');
const url = z.url().describe('The absolute address of its page.');
const keys = z.array(z.string()).describe('Keys of works.');
const slugs = z.array(z.string()).describe('Slugs of essays.');
const count = z.int().nonnegative();

const EssayData = z.strictObject({
  slug: z.string().describe('What the other lists name it by.'),
  title: z.string(),
  description: z.string(),
  standfirst: z.string(),
  domain: z.string().nullable().describe('An id of `domains`; null of the review’s answer.'),
  authors: z.array(z.string()).describe('Names.'),
  status: z.enum(['draft', 'review', 'cleared']).describe('Only what is cleared is published.'),
  published: day,
  updated: day,
  searched: day.describe('When the literature was last searched.'),
  url,
  markdown: z.url().describe('The address of its text in Markdown.'),
  words: count,
  works: keys.describe('Keys of the works that it cites.'),
  coverage: z
    .strictObject({
      pairs: count.describe('Sentences, each once for every work that it cites.'),
      checked: count.describe('Those that were compared with the work.'),
      partly: count.describe('Of these, those that the work supports in part alone.'),
      readings: z.strictObject({ 'full-text': count, excerpt: count, abstract: count, retelling: count }),
    })
    .nullable()
    .describe('How much of it was checked; null where nothing is recorded.'),
});

const FindingData = z.strictObject({
  id: z.string().describe('Unique in the review.'),
  essay: z.string().describe('Slug of its essay.'),
  label: z.string().describe('Its name in the essay, as “Finding 2”.'),
  domain: z.string().nullable(),
  consideration: z.string().describe('An id of `considerations`.'),
  direction: z.enum(directions),
  certainty: z.enum(certainties),
  reasons: z.array(z.string()).describe('Why it is that certain, as “one-group”: the guide lists them.'),
  text: z.string().describe('The claim as plain text.'),
  works: keys,
  years: z.array(z.int()).describe('Years of its works.'),
  url,
});

const CitationData = z.strictObject({
  essay: z.string().describe('Slug of the essay.'),
  work: z.string().describe('Key of the work.'),
  heading: z.string().nullable().describe('The heading above the sentence.'),
  sentence: z.string().describe('The sentence as plain text.'),
  url,
  support: WorkSupport.nullable().describe('What the sentence was compared with; null where nothing is recorded.'),
});

const WorkData = z.strictObject({
  key: z.string(),
  title: z.string(),
  authors: z.array(z.string()).describe('Names in their order.'),
  hasMoreAuthors: z.boolean().describe('Whether the list of authors is shortened.'),
  year: z.int().nullable(),
  doi: z.string().nullable().describe('As 10.1000/182.'),
  arxiv: z.string().nullable().describe('As 2203.15556.'),
  link: z.string().nullable().describe('The address of the work itself.'),
  says: z.string().nullable().describe('What the review says of it.'),
  domains: z.array(z.string()).describe('Ids of the domains of the essays that cite it.'),
  url,
});

/** A logged search. */
const SearchData = z.strictObject({
  domain: z.string().describe('An id of `domains`.'),
  where: z.string(),
  on: day,
  words: z.string(),
  found: z.int(),
  screened: z.int(),
  kept: z.array(z.string()).describe('Keys of works.'),
  whyNot: z.string().nullable(),
});

/** `/review.json`: the review as data. A breaking change increases `version`. */
export const ReviewData = z.strictObject({
  $schema: z.url(),
  version: z.literal(1),
  review: z.strictObject({
    title: z.string(),
    question: z.string(),
    abstract: z.string(),
    locale: z.string(),
    licence: z.strictObject({ name: z.string(), url: z.string() }),
    updated: day.nullable().describe('When the last of its essays was updated.'),
    url,
  }),
  domains: z.array(z.strictObject({ ...Domain.shape, url })),
  considerations: z.array(z.strictObject({ ...Consideration.shape, url })),
  essays: z.array(EssayData).describe('In reading order; the answer is the first where there is one.'),
  findings: z.array(FindingData),
  citations: z.array(CitationData),
  works: z.array(WorkData),
  forecasts: z.array(z.strictObject({ ...Forecast.shape, essays: slugs, page: url })),
  glossary: z.array(z.strictObject({ ...Term.shape, essays: slugs, url })),
  searches: z.array(SearchData).describe('The logged searches whose words are shown, by domain.'),
  changes: z.array(Change).describe('What changed in the answer, the newest first.'),
});
export type ReviewData = z.infer<typeof ReviewData>;

/** Returns the JSON Schema (draft 2020-12) of the file. */
export const reviewDataSchema = (id: string): Record<string, unknown> => ({
  $id: id,
  title: 'A review as data',
  ...z.toJSONSchema(ReviewData, { io: 'output', unrepresentable: 'throw' }),
});

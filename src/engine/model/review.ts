import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import * as z from 'zod';
import type { Consideration } from './consideration.ts';
import type { AuditsFile } from './audits.ts';
import type { Change } from './changes.ts';
import type { About, Essay } from './essay.ts';
import type { Forecast } from './forecast.ts';
import type { Term } from './glossary.ts';
import { Id } from './id.ts';
import type { ImageProblem } from './image.ts';
import type { PostLedger } from './posts.ts';
import type { CountedSearch, SearchLog } from './search.ts';
import { LinkUrl, WebUrl } from './url.ts';
import type { Verification } from './verified.ts';
import type { Library } from './work.ts';
import type { RawEntry } from './raw-entry.ts';

/** `content/review.yaml`. */
export const ReviewConfig = z.strictObject({
  title: z.string().min(1).describe('What the review is called.'),
  question: z.string().min(1).describe('What the review asks, as a sentence.'),
  abstract: z.string().min(1).describe('What the review is, in a paragraph.'),
  baseUrl: WebUrl.describe('Where the site is published, with the base path: https://example.org/review/'),
  repository: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('A public repository, for links to sources and to reports of mistakes.'),
  essays: z.array(z.string().min(1)).describe('Slugs in their order: names of folders of content/essays/.'),
  style: z
    .string()
    .min(1)
    .default('apa')
    .describe('apa, another style that citation-js knows, or the path of a .csl file from the root of the project.'),
  locale: z
    .string()
    .min(2)
    .default('en-US')
    .describe('What pages, posts and citations are written in: en-US or de-DE.'),
  linkPosts: z
    .boolean()
    .default(false)
    .describe('Whether posts that are made with a token carry the canonical page as their link.'),
  licence: z.strictObject({ name: z.string().min(1), url: LinkUrl }).describe('The licence of the text.'),
  footer: z
    .string()
    .min(1)
    .optional()
    .describe('Words after the licence at the foot of every page, without a full stop at their end.'),
  checklist: z
    .strictObject({
      name: z.string().min(1).describe('What it is called, after “cleared by”.'),
      link: z.string().startsWith('/').describe('Where readers find it: a path of the site, as /about/#checklist.'),
    })
    .optional()
    .describe('The list that essays are cleared by where no person cleared them.'),
  embeds: z
    .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'a host, as `example.org`, without `www.`'))
    .default([])
    .describe('Hosts whose pages essays may embed, as metaculus.com.'),
});
export type ReviewConfig = z.infer<typeof ReviewConfig>;

/** A literature that is reviewed; an item of `content/domains.yaml`. */
export const Domain = z.strictObject({
  id: Id.describe('What essays name it by; a part of addresses.'),
  name: z.string().min(1).describe('What it is called on pages.'),
  question: z.string().min(1).describe('What it is asked, as a sentence.'),
  covers: z.string().min(1).describe('Which literature belongs to it.'),
  inScope: z.array(z.string().min(1)).optional().describe('What was searched for and read, one item each.'),
  outOfScope: z.array(z.string().min(1)).optional().describe('What was left out, one item each.'),
  hardCases: z
    .array(
      z.strictObject({
        case: z.string().min(1).describe('A work or a kind of work, in a few words.'),
        decision: z.string().min(1).describe('Whether it is in scope, and why, in a sentence.'),
      }),
    )
    .optional()
    .describe('Two or three cases that were hard to decide.'),
});
export type Domain = z.infer<typeof Domain>;

/** An author's account on a forum; `may` names the fields of a post that it is allowed to set there. */
export const Account = z.strictObject({
  /** The forum's id of the account. */
  user: z.string().regex(/^[A-Za-z0-9]+$/, 'an id as the forum gives it'),
  may: z.array(z.enum(['af', 'co-authors'])).default([]),
});
export type Account = z.infer<typeof Account>;

/** A person who writes essays; an item of `content/authors.yaml`. */
export const Author = z.strictObject({
  id: Id.describe('What essays name them by.'),
  name: z.string().min(1).describe('As it is printed.'),
  kind: z.enum(['person', 'organisation']).default('person').describe('What search engines are told that it is.'),
  about: z.string().min(1).optional().describe('Who they are, in a sentence.'),
  url: LinkUrl.optional().describe('Their page.'),
  accounts: z
    .strictObject({ lesswrong: Account.optional() })
    .default({})
    .describe('Accounts on forums; one on LessWrong is one on the Alignment Forum too.'),
});
export type Author = z.infer<typeof Author>;

/** Returns the name of an author, or the id if no author has it. */
export const nameOfAuthor = (id: string, authors: readonly Author[]): string =>
  authors.find((author) => author.id === id)?.name ?? id;

/** Returns the authors with these ids, in this order. An id that no author has is skipped. */
export const authorsWithIds = (ids: readonly string[], authors: readonly Author[]): Author[] =>
  ids.flatMap((id) => authors.find((author) => author.id === id) ?? []);

/** A remark of a sentence or two about a work; a value of `content/works.yaml`, by key. */
export const WorkRemark = z.strictObject({
  says: z.string().min(1).describe('What we say of the work in a sentence or two, on its page.'),
});
export type WorkRemark = z.infer<typeof WorkRemark>;

/** Finds the position of a value in a YAML file, by its path of keys and indexes. */
export type PositionOf = (path: readonly PropertyKey[]) => Position;

/** A file under `content/` as a value, with the positions of its parts. */
export type Located<Value> = { file: string; value: Value; positionOf: PositionOf };

/** A work in the review's style: "Kaplan et al., 2020", and its reference. */
export type FormattedWork = { short: string; reference: PhrasingContent[] };

/** Everything under `content/` and `bibliography/`, parsed. */
export type Review = {
  config: Located<ReviewConfig>;
  domains: Located<Domain[]>;
  /** Empty if the review has no such file. */
  considerations: Located<Consideration[]>;
  authors: Located<Author[]>;
  /** By key. */
  remarks: Located<Readonly<Record<string, WorkRemark>>>;
  /** The ledger of the essays' posts. */
  posts: Located<PostLedger>;
  /** By key: where works were verified. */
  verified: Located<Readonly<Record<string, Verification>>>;
  audits: Located<AuditsFile>;
  /** The changes of the answer, from `content/changes.yaml`. */
  changes: Located<Change[]>;
  /** The logged searches, by domain. */
  searches: Located<SearchLog>;
  /** By domain: searches whose words outputs do not show. Empty until `shownPart` hides some. */
  hiddenSearches: ReadonlyMap<string, CountedSearch[]>;
  /** Empty if the review has no such file. */
  forecasts: Located<Forecast[]>;
  /** Empty if the review has no such file. */
  glossary: Located<Term[]>;
  library: Library;
  /** False if a file of the library could not be read, so its contents are unknown. */
  libraryIsWhole: boolean;
  /** By key, for every work of the library. */
  entries: ReadonlyMap<string, RawEntry>;
  /** Keys of entries that could not be read. */
  broken: ReadonlySet<string>;
  /** By key, for every work of the library; empty if nothing is printed. */
  formatted: ReadonlyMap<string, FormattedWork>;
  /** In the order of the list in `review.yaml`. */
  essays: Essay[];
  /** Slugs of all folders with an essay, including essays that could not be parsed. */
  slugs: string[];
  /** Null if there is no such page, or if it could not be read. */
  about: About | null;
  /** The source texts of the review, by path from the project's root. */
  texts: ReadonlyMap<string, string>;
  /** Paths of the files beside essays, from the project's root. */
  files: ReadonlySet<string>;
  /** The problems of the images that essays show, by path from the project's root. */
  imageProblems: ReadonlyMap<string, readonly ImageProblem[]>;
};

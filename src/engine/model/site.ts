import type { Change } from './changes.ts';
import type { Consideration } from './consideration.ts';
import type { Finding } from './finding.ts';
import type { AuditsFile } from './audits.ts';
import type { Forecast } from './forecast.ts';
import type { Term } from './glossary.ts';
import type { Author, Domain, ReviewConfig } from './review.ts';
import type { Frontmatter, Heading } from './essay.ts';
import type { LibraryFigures } from './library-figures.ts';
import type { SearchFlow } from './search-flow.ts';
import type { ReadAs, WorkSupport } from './support.ts';
import type { Coverage } from './support-pairs.ts';
import type { WorkKind } from './work-kind.ts';
import type { CslItem } from './work.ts';

/** The data of an essay for pages, without its text. */
export type EssayCard = {
  slug: string;
  /** Path of its source from the project's root. */
  path: string;
  frontmatter: Frontmatter;
  headings: Heading[];
  words: number;
  /** Reading time in minutes, at 220 words a minute, at least 1. */
  minutes: number;
  /** Number of works cited. */
  cited: number;
  /** Keys of the cited works, in the order of the reference list. */
  cites: string[];
  /** How much of the essay was checked; null if nothing is recorded. */
  coverage: Coverage | null;
  /** The day of the last search of its literature, and the last day on which that search is recent enough. */
  lastSearch: string;
  overdueAfter: string;
  /** Ids of the findings of other essays that it refers to, each once. */
  refersTo: string[];
};

/** A sentence of an essay that cites a work; `anchor` is the citation's id on the essay's page. */
export type CitingSentence = {
  slug: string;
  essay: string;
  anchor: string;
  sentence: string;
  /** The sentence as HTML if it has formulas or is shown with its context; otherwise null. */
  html: string | null;
  heading: string | null;
  /** The record of its comparison with the work; null if nothing is recorded. */
  support: WorkSupport | null;
};

/** The data of a work for pages. */
export type WorkCard = {
  key: string;
  segment: string;
  title: string;
  names: string[];
  /** The `names` that are organisations. */
  organisations: string[];
  authorsTruncated: boolean;
  year: number | null;
  /** How it was published; null if its entry cannot be read. */
  kind: WorkKind | null;
  /** The most that was read of it for any sentence; null if nothing is recorded. */
  read: ReadAs | null;
  /** Its type in CSL: `article-journal`. */
  type: string;
  /** The journal, proceedings or book that contains it; null if its entry names none. */
  venue: string | null;
  /** "Kaplan et al., 2020". */
  short: string;
  /** The formatted reference as HTML, with links. */
  referenceHtml: string;
  link: string | null;
  /** Without a prefix: `10.1000/182`. */
  doi: string | null;
  /** arXiv id, if the abstract can be read there. */
  arxiv: string | null;
  abstract: string | null;
  bibtex: string;
  csl: CslItem;
  /** The source of its entry: the `.bib` file from the project's root, and the line as a code host's anchor. */
  source: string;
  /** The review's remark about it; null if there is none. */
  says: string | null;
  /** Ids of the domains of the essays that cite it. */
  domains: string[];
  citedIn: CitingSentence[];
};

/** A logged search for pages; `kept` are works of the review. */
export type SearchCard = {
  where: string;
  on: string;
  words: string;
  found: number;
  screened: number;
  kept: Pick<WorkCard, 'segment' | 'short'>[];
  whyNot: string | null;
};

/** How the works of an essay were found. */
export type EssayFlow = { slug: string; flow: SearchFlow };

/** How the literature of a domain was searched. */
export type DomainSearches = {
  domain: string;
  /** One for each essay of the domain that is shown. */
  flows: EssayFlow[];
  log: SearchCard[];
  /** Searches that the flows count but whose words are not shown. */
  hidden: Pick<SearchFlow, 'searches' | 'found' | 'screened'>;
};

/** An essay's statement of what it did not read: the first such paragraph as HTML, and the id of its heading. */
export type NotRead = { slug: string; anchor: string; html: string };

/** How the literature was searched and read. */
export type SearchCoverage = {
  /** What readers should know about the log; null if there is no such text. */
  about: string | null;
  /** How the cited works of the whole review were found. */
  flow: SearchFlow;
  /** The day of the last search of any literature; null if there are no essays and no searches. */
  lastSearch: string | null;
  /** The last day on which no essay is overdue; null if no essay is maintained. */
  firstOverdue: string | null;
  domains: DomainSearches[];
  notRead: NotRead[];
  figures: LibraryFigures;
};

/** The page about the review; `html` is its text, `path` its source from the project's root. */
export type AboutCard = { title: string; description: string; path: string; html: string };

/** A finding for pages. `html` shows it outside its essay, with links that work on every page. */
export type FindingCard = Omit<Finding, 'node' | 'file' | 'position'> & { html: string };

/** A forecast, and the essays that state it. */
export type ForecastCard = Forecast & { statedIn: { slug: string; title: string }[] };

/** A term, and the essays that mark it. */
export type TermCard = Term & { usedIn: { slug: string; title: string }[] };

/** The review's answer, which is based on the findings that it refers to. */
type AnswerCard = { essay: EssayCard };

/** The data that spans essays: the module `virtual:review`. */
export type SiteReview = {
  config: ReviewConfig;
  domains: Domain[];
  authors: Author[];
  /** The essays except the answer, in sequence order. */
  essays: EssayCard[];
  /** Null if the review has no answer, or if the answer is not shown. */
  answer: AnswerCard | null;
  /** The answer and the essays, in the order for readers and forums. */
  sequence: EssayCard[];
  considerations: Consideration[];
  findings: FindingCard[];
  /** The evidence map as HTML; null if there are no considerations. */
  mapHtml: string | null;
  /** The changes of the answer, the newest first. */
  changes: Change[];
  /** The forecasts that essays state. */
  forecasts: ForecastCard[];
  /** In alphabetical order. */
  glossary: TermCard[];
  works: WorkCard[];
  about: AboutCard | null;
  audits: AuditsFile;
  searching: SearchCoverage;
};

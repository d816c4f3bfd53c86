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

/** What pages know of an essay without its text. */
export type EssayCard = {
  slug: string;
  /** Path of its source from the project's root. */
  path: string;
  frontmatter: Frontmatter;
  headings: Heading[];
  words: number;
  /** Minutes that reading takes, at 220 words a minute, at least 1. */
  minutes: number;
  /** Number of works cited. */
  cited: number;
  /** Their keys, in the order of the reference list. */
  cites: string[];
  /** How much of it was checked; null where nothing is recorded. */
  coverage: Coverage | null;
  /** The day of the last search of its literature, and the last day on which that is recent enough. */
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
  /** The sentence as HTML where it has formulas, or is shown with what it belongs to; null elsewhere. */
  html: string | null;
  heading: string | null;
  /** What it was checked against in the work; null where nothing is recorded. */
  support: WorkSupport | null;
};

/** What pages know of a work. */
export type WorkCard = {
  key: string;
  segment: string;
  title: string;
  names: string[];
  /** Those of `names` that are organisations. */
  organisations: string[];
  authorsTruncated: boolean;
  year: number | null;
  /** How it was published; null where its entry cannot be read. */
  kind: WorkKind | null;
  /** How much of it was read at most for any sentence; null where nothing is recorded. */
  read: ReadAs | null;
  /** Its type in CSL: `article-journal`. */
  type: string;
  /** The journal, proceedings or book that it appeared in; null where its entry names none. */
  venue: string | null;
  /** "Kaplan et al., 2020". */
  short: string;
  /** The formatted reference as HTML, with links. */
  referenceHtml: string;
  link: string | null;
  /** Bare, as `10.1000/182`. */
  doi: string | null;
  /** arXiv id, where the abstract can be read. */
  arxiv: string | null;
  abstract: string | null;
  bibtex: string;
  csl: CslItem;
  /** Its entry: the `.bib` file from the project's root, and the line there as a code host's anchor. */
  source: string;
  /** What we say of it; null where we say nothing. */
  says: string | null;
  /** Ids of the domains of the essays that cite it. */
  domains: string[];
  citedIn: CitingSentence[];
};

/** A logged search for the pages; `kept` are works of the review. */
export type SearchCard = {
  where: string;
  on: string;
  words: string;
  found: number;
  screened: number;
  kept: Pick<WorkCard, 'segment' | 'short'>[];
  whyNot: string | null;
};

/** How an essay's works were found. */
export type EssayFlow = { slug: string; flow: SearchFlow };

/** How the literature of a domain was searched. */
export type DomainSearches = {
  domain: string;
  /** One for each of its essays that is shown. */
  flows: EssayFlow[];
  log: SearchCard[];
  /** Searches that are counted in the flows, and whose words are not shown. */
  hidden: Pick<SearchFlow, 'searches' | 'found' | 'screened'>;
};

/** What an essay says that it did not read: the first paragraph on it as HTML, and the id of its heading. */
export type NotRead = { slug: string; anchor: string; html: string };

/** How the literature was searched and read. */
export type SearchCoverage = {
  /** What readers should know of the log; null where nothing is said. */
  about: string | null;
  /** How the cited works of the whole review were found. */
  flow: SearchFlow;
  /** The day of the last search of any literature; null where there is no essay and no search. */
  lastSearch: string | null;
  /** The last day on which no essay is overdue; null where none is maintained. */
  firstOverdue: string | null;
  domains: DomainSearches[];
  notRead: NotRead[];
  figures: LibraryFigures;
};

/** The page about the review; `html` is its text, `path` its source from the project's root. */
export type AboutCard = { title: string; description: string; path: string; html: string };

/** A finding for the pages; `html` shows it outside of its essay, with links that work on every page. */
export type FindingCard = Omit<Finding, 'node' | 'file' | 'position'> & { html: string };

/** A forecast, and the essays that state it. */
export type ForecastCard = Forecast & { statedIn: { slug: string; title: string }[] };

/** A term, and the essays that mark it. */
export type TermCard = Term & { usedIn: { slug: string; title: string }[] };

/** The review's answer, which rests on the findings that it refers to. */
type AnswerCard = { essay: EssayCard };

/** What spans essays: the module `virtual:review`. */
export type SiteReview = {
  config: ReviewConfig;
  domains: Domain[];
  authors: Author[];
  /** The essays without the answer, in their order. */
  essays: EssayCard[];
  /** Null where the review has no answer, or none that is shown. */
  answer: AnswerCard | null;
  /** The answer and the essays, as readers and forums get them. */
  sequence: EssayCard[];
  considerations: Consideration[];
  findings: FindingCard[];
  /** The evidence map as HTML; null where there are no considerations. */
  mapHtml: string | null;
  /** What changed in the answer, the newest first. */
  changes: Change[];
  /** The forecasts that essays state. */
  forecasts: ForecastCard[];
  /** In the order of the alphabet. */
  glossary: TermCard[];
  works: WorkCard[];
  about: AboutCard | null;
  audits: AuditsFile;
  searching: SearchCoverage;
};

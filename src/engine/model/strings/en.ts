const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });
const listOf = (words: readonly string[]): string => conjunction.format(words);

const months = 'January February March April May June July August September October November December'.split(' ');

/** Texts of scripts in the browser. They are separate so that a page loads only these. */
export const browser = {
  copied: 'Copied',
  copyRefused: 'The browser refused',
  indexMissing: 'The search index could not be loaded.',
  kinds: { Essay: 'Essays', Work: 'Works', Page: 'Pages', Guide: 'Guide for authors' },
  nothingFound: (query: string) => `Nothing found for “${query}”.`,
  pagesFound: (count: number) => `${countOf(count, 'page')} found.`,
  allPages: (count: number) => `All ${countOf(count, 'page')}`,
  works: (count: number) => countOf(count, 'work'),
  worksShown: (shown: number, all: number) => `${shown} of ${countOf(all, 'work')}`,
};

/** The texts of pages, posts and feeds in English, and the patterns that checks use for English prose. */
export const en = {
  language: 'en',
  prose: {
    sentences: new Intl.Segmenter('en', { granularity: 'sentence' }),
    /** Text before a full stop that does not end a sentence. */
    abbreviation: /(?:\b(?:al|e\.g|i\.e|vs|cf|ca|pp?|chs?|secs?|figs?|tabs?|eqs?|no|vol|[A-Z])\.|[,;:(])\s*$/,
    /** Text after a number that makes it a date, as in "24 November". */
    month: new RegExp(`^\\s+(?:${months.join('|')})\\b`),
    /** Text before a number that makes it a label, as in "Section 3". */
    numbering:
      /\b(?:figure|table|section|chapter|part|theorem|lemma|appendix|equation|step|version|phase|level|stage|row|column|no\.|pp?\.)\s+$/i,
    /** Matches the heading of a section on limits. */
    limits: /\b(?:limit(?:s|ed|ation|ations)?|caveats?|weakness(?:es)?|shortcomings?)\b/i,
    limitsHeading: 'Limits',
    /** Texts of links that do not name their target, in lower case without punctuation. */
    vagueLinks: [
      ...['here', 'click here', 'click', 'this', 'that', 'it', 'link', 'this link', 'the link', 'this page'],
      ...['this site', 'this website', 'this post', 'this article', 'this paper', 'more', 'read more', 'see more'],
      ...['learn more', 'more information', 'source', 'see here', 'see this', 'there'],
    ],
  },
  /** `2026-11-24` → "24 November 2026". */
  day: (day: string) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${date} ${months[(month ?? 1) - 1]} ${year}`;
  },
  /** A share between 0 and 1: "7.2%". */
  percent: (share: number) => `${(100 * share).toFixed(1)}%`,
  works: browser.works,
  minutes: (count: number) => countOf(count, 'minute'),
  labels: {
    figure: 'Figure',
    table: 'Table',
    theorem: 'Theorem',
    lemma: 'Lemma',
    definition: 'Definition',
    conjecture: 'Conjecture',
    finding: 'Finding',
    references: 'References',
    notes: 'Notes',
    withheld: 'Withheld.',
  },
  finding: {
    directions: { for: 'For', against: 'Against', mixed: 'Mixed' },
    certainties: {
      'very-low': 'very low certainty',
      low: 'low certainty',
      moderate: 'moderate certainty',
      high: 'high certainty',
    },
    bearsOn: 'bears on',
    /** What a reference to a finding of another essay says. */
    ofEssay: (finding: string, title: string) => `${finding} of “${title}”`,
    reasons: {
      proved: 'Proved',
      indirect: 'indirect evidence',
      imprecise: 'imprecise numbers',
      inconsistent: 'results that disagree',
      'one-group': 'one group of authors',
      'self-interest': 'authors with an interest',
      confounded: 'other explanations',
      selected: 'selective reporting',
      replicated: 'replication by others',
      'large-effect': 'a large effect',
      'across-families': 'several families of models',
      'argument-only': 'Argued, not measured',
    },
    lowered: (reasons: readonly string[]) => `Lowered for ${listOf(reasons)}`,
    raised: (reasons: readonly string[]) => `Raised for ${listOf(reasons)}`,
  },
  essay: {
    originalFile: (label: string) => `${label} as a file`,
    backToText: (time: number) => (time > 1 ? `Back to the text, place ${time}` : 'Back to the text'),
    citedAt: 'cited at',
    backToCitation: (number: number) => `Back to citation ${number}`,
    aboutWork: 'about this work',
    number: (number: number, all: number) => `Essay ${number} of ${all}`,
    cited: (count: number): string => (count === 1 ? 'work cited' : 'works cited'),
    published: 'Published',
    updated: 'Updated',
    searched: 'Last searched',
    asPost: 'As a post',
    contents: 'Contents',
    neighbours: 'Previous and next essay',
    previous: 'Previous',
    next: 'Next',
  },
  drafting: {
    human: 'Written by people',
    assisted: 'Written with the help of a language model',
    model: 'Drafted with a language model',
    notReviewed: 'not yet reviewed by a person',
    reviewedBy: (names: string) => `reviewed by ${names}`,
  },
  clearance: {
    status: { draft: 'draft', review: 'review', cleared: 'cleared' },
    notCleared: (status: string) => `Clearance: ${status}`,
    clearedBy: (name: string) => `cleared by ${name}`,
    checklist: 'checklist',
  },
  cite: {
    title: 'Cite this essay',
    within: 'In:',
    version: (day: string) => `Version of ${day}.`,
    copy: (label: string) => `Copy ${label}`,
  },
  /** The first lines of a post. */
  copy: {
    notCleared: 'A draft that is not cleared for publication. It must not be posted.',
    asOf: (day: string) => `This is a copy, as of ${day}, of `,
    canonical: 'the canonical version',
    ofReview: ', which is kept up to date. It is an essay of the review “',
    end: '”.',
    model: (models: string) => ` It was drafted with a language model (${models})`,
    assisted: (models: string) => ` It was written with the help of a language model (${models})`,
    notReviewed: ' and has not been reviewed by a person yet',
    withNotes: ' That includes the notes at the end.',
    seeNote: (number: string) => ` (see note ${number})`,
  },
  site: {
    skip: 'Skip to content',
    navigation: 'Site',
    essays: 'Essays',
    works: 'Works',
    domains: 'Domains',
    about: 'About',
    textUnder: 'Text under',
    source: 'Source of this page',
    report: 'Report an error',
    reportTitle: (path: string) => `Error on ${path}`,
    guide: 'Guide for authors',
    feed: 'Feed',
    coverage: 'What was checked',
    previews: 'Previews of posts',
    drafts: 'Drafts',
    notForPublication: 'Not for publication.',
    showsDrafts: (count: number) =>
      `This build shows ${countOf(count, 'essay')} that ${count === 1 ? 'is' : 'are'} not cleared:`,
  },
  home: {
    kind: 'A living review',
    lastChanged: (day: string) => `last changed ${day}`,
    answer: 'The answer so far',
    essays: 'The essays',
    essaysOn: (essays: number, domains: number) => `${countOf(essays, 'essay')} on ${domains} of`,
    literatures: (count: number) => `${count} literatures`,
    restingOn: ', based on',
    method: 'How the review is made',
    noEssays: 'There is no essay yet.',
    noWorks: 'There is no work yet.',
    next: 'Next steps:',
    newDomain: 'Add a domain, which is a literature that the review covers:',
    newEssay: 'Create an essay:',
    newWork: 'Add a work to cite:',
    guide: 'The guide for authors',
    guideSays: 'explains each step.',
  },
  /** The texts of a new review. */
  start: {
    answer: 'There is no answer yet.',
    abstract: (question: string) => `This review asks: ${question}`,
    about: 'About this review',
    aboutDescription: 'Who writes this review, and how.',
    aboutText: 'Describe here who writes this review, how it is made, and what has been checked.',
  },
  essays: {
    description: (title: string) => `The essays of the review “${title}”, in reading order.`,
    standfirst: 'In reading order. Each essay covers what one literature says about the question.',
    list: 'Essays in reading order',
  },
  domains: {
    description: 'The literatures that the review covers, with the question and the essays for each.',
    standfirst: 'The literatures that the review covers, and the question for each.',
    notRead: 'Not reviewed yet',
  },
  library: {
    description: (count: number) => `Every work of the review (${count}), with what it says and where it is cited.`,
    standfirst:
      'The works that the review is based on. The page of a work describes it and shows the sentences that cite it.',
    filter: 'Filter the works',
    words: 'Title, author or year',
    citedIn: 'Cited in',
    anyDomain: 'any domain',
    year: 'Year',
    anyYear: 'any',
    show: 'Show',
    all: 'all',
    cited: 'cited',
    notCited: 'not cited yet',
    list: 'List of works',
    order: ', sorted by first author',
    etAl: 'et al.',
    citedTimes: (count: number) => `cited ${countOf(count, 'time')}`,
    none: 'No work matches.',
    showAll: 'Show all',
  },
  work: {
    arxiv: 'Abstract on arXiv',
    says: 'What it says',
    abstract: 'Abstract',
    notCited: 'Not cited yet',
    cited: 'Where it is cited',
    opening: 'in the introduction',
  },
  /** How sentences were checked against the works that they cite. */
  support: {
    checked: (checked: number, pairs: number, fullText: number) =>
      `${checked} of ${countOf(pairs, 'citation')} checked, ${fullText} in full text`,
    verdict: { supported: 'Supported', partly: 'Supported in part' },
    read: { 'full-text': 'full text', excerpt: 'excerpt', abstract: 'abstract', retelling: 'retelling' },
    readOn: (read: string, day: string) => `${read} read on ${day}`,
    lacks: 'Not there:',
    notChecked: 'Not checked yet',
  },
  coverage: {
    title: 'What was checked',
    description: 'How the sentences of the review were checked against their sources, and how often they were wrong.',
    standfirst:
      'A review is as good as what its sentences rest on. This page says how much of each source was read, and how often a check found a sentence wrong.',
    audits: 'How often sentences were wrong',
    noAudit:
      'There has been no audit yet: no sentences have been drawn at random and compared with their sources once more.',
    audit: (day: string, drawn: number, how: string, by: string) =>
      `On ${day}, ${by} compared ${countOf(drawn, 'sentence')} with ${drawn === 1 ? 'its sources' : 'their sources'} (${how}).`,
    major: 'The source does not support the sentence, or says the opposite',
    any: 'That, or a qualifier or a number is off',
    found: 'Found',
    rate: 'Share',
    bound: 'At most, with 95% confidence',
    boundNote:
      'The bound is one-sided and exact, after Clopper and Pearson: were the share in the whole review any larger, a draw as good as this one would come up less than once in twenty.',
    others: 'How often quotations are wrong elsewhere',
    field: 'Field',
    wrong: 'Wrong',
    grave: 'Gravely wrong',
    source: 'Source',
    studies: (count: number) => countOf(count, 'study').replace('studys', 'studies'),
    readings: 'How the sources were read',
    noSupport: 'No essay has records of its sources yet.',
    essay: 'Essay',
    pairs: 'Citations',
    checked: 'Checked',
    partly: 'In part',
    all: 'All',
    readingsNote:
      'Each sentence counts once for each work that it cites. “In part” are those of which the work says only a part; the pages of works say which.',
  },
  search: {
    title: 'Search',
    description: 'Search the essays and works of the review.',
    field: 'Search essays and works',
    guideToo: 'Also the guide for authors',
    results: 'Results',
    choose: 'select',
    open: 'open',
    close: 'close',
    closeButton: 'Close',
    noScript: ['Search requires JavaScript. Without it, use the ', ' or the ', ', and the search of your browser.'],
    listOfWorks: 'list of works',
    listOfEssays: 'list of essays',
  },
  notFound: {
    title: 'Not found',
    description: 'There is no page at this URL.',
    heading: 'Page not found',
    cause: 'The URL may be mistyped, or the key of a work may have changed.',
    search: 'Search the review',
    lookThrough: ', browse the',
    begin: ', or start with an essay.',
  },
};

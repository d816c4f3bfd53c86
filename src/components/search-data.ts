import { parseIdentifier } from '../engine/bibliography/identify.ts';
import { foldAccents } from '../engine/model/fold.ts';
import type { SiteReview, WorkCard } from '../engine/model/site.ts';

/**
 * What the search finds by name, identifier or with a slip: `/search-index.json`.
 *
 * Texts alone, as rows: the browser builds the index from them in less time than the built index takes to load.
 */
export type SearchData = {
  /** Sections as `[id, heading]`. */
  essays: { slug: string; title: string; domain: string; about: string; sections: [string, string][] }[];
  /** Identifiers as `parseIdentifier` writes them; `known` is a short title that is no part of the title. */
  works: [
    key: string,
    title: string,
    short: string,
    names: string,
    year: number | null,
    identifiers: string,
    cited: number,
    known?: string,
  ][];
  /** The essay is an index of `essays`. */
  findings: [essay: number, id: string, label: string, text: string][];
  terms: [id: string, term: string, also: string, means: string][];
};

/** The names and identifiers of what is shown of a review. */
export const toSearchData = ({ sequence, works, findings, glossary, domains }: SiteReview): SearchData => ({
  essays: sequence.map(({ slug, frontmatter, headings }) => ({
    slug,
    title: frontmatter.title,
    domain: domains.find(({ id }) => id === frontmatter.domain)?.name ?? '',
    about: `${frontmatter.description} ${frontmatter.tags.join(' ')}`.trim(),
    sections: headings.map(({ id, text }) => [id, text]),
  })),
  works: works.map((work) => [
    work.key,
    work.title,
    work.short,
    work.names.join(', '),
    work.year,
    identifiersOf(work).join(' '),
    work.citedIn.length,
    ...knownAs(work),
  ]),
  findings: findings.map(({ slug, id, label, text }) => [
    sequence.findIndex((essay) => essay.slug === slug),
    id,
    label,
    text,
  ]),
  terms: glossary.map(({ id, term, also, means }) => [id, term, also.join(', '), means]),
});

/** The short title of a work, where its title does not hold it: "Chinchilla". */
function knownAs({ title, csl: { 'title-short': short = '' } }: WorkCard): [known?: string] {
  return short === '' || foldAccents(title).includes(foldAccents(short)) ? [] : [short];
}

const identifiersOf = ({ arxiv, doi }: WorkCard): string[] => [
  ...new Set([arxiv, doi].flatMap((written) => (written === null ? [] : (parseIdentifier(written) ?? [])))),
];

import { parseIdentifier } from '../engine/bibliography/identify.ts';
import { foldAccents } from '../engine/model/fold.ts';
import type { SiteReview, WorkCard } from '../engine/model/site.ts';

/**
 * The data of the search by name or identifier, with typos allowed: `/search-index.json`.
 *
 * It contains texts only, as rows. The browser builds the index from them faster than it would load a built index.
 */
export type SearchData = {
  /** Sections as `[id, heading]`. */
  essays: { slug: string; title: string; domain: string; about: string; sections: [string, string][] }[];
  /** Identifiers as `parseIdentifier` returns them. `known` is a short title that is not part of the title. */
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
  /** `essay` is an index of `essays`. */
  findings: [essay: number, id: string, label: string, text: string][];
  terms: [id: string, term: string, also: string, means: string][];
};

/** Returns the names and identifiers of a review for the search. */
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

/** Returns the short title of a work if its title does not contain it: "Chinchilla". */
function knownAs({ title, csl: { 'title-short': short = '' } }: WorkCard): [known?: string] {
  return short === '' || foldAccents(title).includes(foldAccents(short)) ? [] : [short];
}

const identifiersOf = ({ arxiv, doi }: WorkCard): string[] => [
  ...new Set([arxiv, doi].flatMap((written) => (written === null ? [] : (parseIdentifier(written) ?? [])))),
];

import type { RawEntry } from './raw-entry.ts';
import type { Work } from './work.ts';

/** How a work was published, according to its entry. */
export const workKinds = ['journal-or-proceedings', 'book-or-thesis', 'preprint', 'report', 'post'] as const;
export type WorkKind = (typeof workKinds)[number];

const preprints = /arxiv|preprint|rxiv|\bcorr\b|ssrn/i;

/** Fields that name where a work was published. */
export const venueFields = ['journaltitle', 'journal', 'booktitle'] as const;

/** Reports whether a value names a preprint server. */
export const namesPreprints = (value: string | undefined): boolean => preprints.test(value ?? '');

/** Reports whether an entry declares its work a preprint. */
export function isPreprint({ csl }: Pick<Work, 'csl'>, { valueOf }: Pick<RawEntry, 'valueOf'>): boolean {
  if (csl.publisher === 'arXiv' || valueOf('pubstate') === 'prepublished') return true;
  return venueFields.some((field) => namesPreprints(valueOf(field)));
}

const types: ReadonlyMap<string, WorkKind> = new Map([
  ...(['article', 'inproceedings', 'conference', 'proceedings'] as const).map(
    (type) => [type, 'journal-or-proceedings'] as const,
  ),
  ...(['book', 'inbook', 'incollection', 'collection', 'thesis', 'phdthesis', 'mastersthesis'] as const).map(
    (type) => [type, 'book-or-thesis'] as const,
  ),
  ...(['report', 'techreport', 'manual'] as const).map((type) => [type, 'report'] as const),
]);

/** Returns the kind of a work. An entry of an unlisted type is a preprint if it has an arXiv id, else a post or page. */
export function kindOf(work: Pick<Work, 'csl' | 'arxiv'>, entry: Pick<RawEntry, 'type' | 'valueOf'>): WorkKind {
  if (isPreprint(work, entry)) return 'preprint';
  return types.get(entry.type) ?? (work.arxiv === null ? 'post' : 'preprint');
}

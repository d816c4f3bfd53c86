import { areNamesAlike } from '../../engine/model/names.ts';
import { areTitlesAlike } from '../../engine/model/titles.ts';
import type { Library, Work } from '../../engine/model/work.ts';
import type { WorkRecord } from './record.ts';

/** A work of the library, and the field by which it was recognised. */
export type Duplicate = { key: string; by: string };

/** Returns the library's work that a record is about, or null. */
export function findDuplicate(record: WorkRecord, library: Library): Duplicate | null {
  const byId = findById({ doi: record.doi, arxiv: record.arxiv?.id ?? null }, library);
  if (byId !== null) return byId;
  const byTitle = [...library.values()].find(
    (work) => areTitlesAlike(work.title, record.title) && sharesFirstName(work, record),
  );
  return byTitle === undefined ? null : { key: byTitle.key, by: 'the same title and first author' };
}

/** Returns the library's work that has one of these identifiers, or null. */
export function findById(
  { doi, arxiv }: { doi: string | null; arxiv: string | null },
  library: Library,
): Duplicate | null {
  const works = [...library.values()];
  const byDoi = doi === null ? undefined : works.find((work) => work.doi?.toLowerCase() === doi.toLowerCase());
  if (byDoi !== undefined) return { key: byDoi.key, by: `the same DOI, ${doi}` };
  const byArxiv = arxiv === null ? undefined : works.find((work) => work.arxiv === arxiv);
  return byArxiv === undefined ? null : { key: byArxiv.key, by: `the same arXiv id, ${arxiv}` };
}

function sharesFirstName({ csl }: Work, record: WorkRecord): boolean {
  const own = (csl.author ?? csl.editor)?.[0];
  const other = record.names[0] ?? record.editors[0];
  return own === undefined || other === undefined || areNamesAlike(own, other);
}

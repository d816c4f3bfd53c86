import type { Library, Work } from '../../engine/model/work.ts';
import { areNamesAlike, areTitlesAlike } from './alike.ts';
import type { WorkRecord } from './record.ts';

/** The work of the library that a record is about, and by what that is known; null where there is none. */
export function findDuplicate(record: WorkRecord, library: Library): { key: string; by: string } | null {
  const works = [...library.values()];
  const byDoi = record.doi === null ? undefined : works.find(({ doi }) => doi?.toLowerCase() === record.doi?.toLowerCase());
  if (byDoi !== undefined) return { key: byDoi.key, by: `the same DOI, ${record.doi}` };
  const byArxiv = record.arxiv === null ? undefined : works.find(({ arxiv }) => arxiv === record.arxiv?.id);
  if (byArxiv !== undefined) return { key: byArxiv.key, by: `the same arXiv id, ${record.arxiv?.id}` };
  const byTitle = works.find((work) => areTitlesAlike(work.title, record.title) && sharesFirstName(work, record));
  return byTitle === undefined ? null : { key: byTitle.key, by: 'the same title and first author' };
}

function sharesFirstName({ csl }: Work, record: WorkRecord): boolean {
  const own = (csl.author ?? csl.editor)?.[0];
  const other = record.names[0] ?? record.editors[0];
  return own === undefined || other === undefined || areNamesAlike(own, other);
}

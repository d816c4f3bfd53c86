import { toUrlSegment } from '../engine/model/url-segment.ts';
import type { Kind } from './search-results.ts';
import type { SearchData } from './search-data.ts';

/** An entry of the index of names. `id` is its position in the list. */
export type Entry = {
  id: number;
  kind: Kind;
  url: string;
  title: string;
  /** Text after the title, less prominent: a work's authors and year. */
  quiet: string;
  /** Other names: spellings, the domain of an essay, and a work's first author, year and key. */
  names: string;
  /** The short title by which a work is known. */
  known: string;
  /** All authors of a work. */
  authors: string;
  text: string;
  /** The id of the essay, if the entry is a section. */
  essay: number | null;
  /** The key of a work, otherwise empty. */
  key: string;
  identifiers: readonly string[];
  /** The number of citations of a work. */
  cited: number;
};

type New = Pick<Entry, 'kind' | 'url' | 'title'> & Partial<Entry>;

/**
 * Returns everything that can be found by name, with URLs below `base`: essays first, then sections, findings, works
 * and terms.
 */
export function toEntries(data: SearchData, base: string): Entry[] {
  const { essays, works, terms } = data;
  const entries = [
    ...essays.map(({ slug, title, domain, about }): New => {
      return { kind: 'Essay', url: essayUrl(base, slug), title, names: domain, text: about };
    }),
    ...essays.flatMap((essay, index) => toSections(essay, { base, index })),
    ...toFindings(data, base),
    ...works.map((work) => toWork(work, base)),
    ...terms.map(([id, title, names, text]): New => {
      return { kind: 'Term', url: `${base}glossary/#${id}`, title, names, text };
    }),
  ];
  return entries.map((entry, id) => ({ ...nothing, ...entry, id }));
}

const nothing = {
  quiet: '',
  names: '',
  known: '',
  authors: '',
  text: '',
  essay: null,
  key: '',
  identifiers: [],
  cited: 0,
};

const essayUrl = (base: string, slug: string): string => `${base}essays/${slug}/`;

const toSections = (
  { slug, sections }: SearchData['essays'][number],
  { base, index }: { base: string; index: number },
): New[] =>
  sections.map(([id, title]) => ({ kind: 'Essay', url: `${essayUrl(base, slug)}#${id}`, title, essay: index }));

const toFindings = ({ findings, essays }: SearchData, base: string): New[] =>
  findings.flatMap(([index, id, label, text]): New[] => {
    const essay = essays[index];
    if (essay === undefined) return [];
    return [{ kind: 'Finding', url: `${essayUrl(base, essay.slug)}#${id}`, title: label, quiet: essay.title, text }];
  });

function toWork(
  [key, title, short, authors, year, identifiers, cited, known = '']: SearchData['works'][number],
  base: string,
): New {
  // The words in a key are searchable too.
  const names = `${short} ${year ?? ''} ${key} ${key.replace(/\d{4}/, ' $& ')}`;
  const url = `${base}works/${toUrlSegment(key)}/`;
  const identified = { key, identifiers: identifiers.split(' ') };
  const quiet = known === '' ? short : `${short} · ${known}`;
  return { kind: 'Work', url, title, quiet, names, known, authors, ...identified, cited };
}

import type { Name } from '../../engine/model/work.ts';

/** What a service says of a work. */
export type WorkRecord = {
  /** Who says so. */
  source: 'arXiv' | 'Crossref or DataCite' | 'the page' | 'the page’s preview for social media';
  kind: Kind;
  /** With markup as HTML (`<i>`, `<sup>`) or TeX (`$…$`). */
  title: string;
  names: Name[];
  editors: Name[];
  /** Year, month and day, as many as are known. */
  issued: number[];
  /** First and last year that the record gives: in print, online, versions. */
  years: { first: number; last: number } | null;
  /** What it appeared in: a journal, proceedings, a book, a site. */
  container: string | null;
  publisher: string | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  isbn: string | null;
  doi: string | null;
  /** Without its version, as `2203.15556`, and its first class, as `cs.CL`. */
  arxiv: { id: string; class: string | null } | null;
  url: string | null;
};

export type Kind =
  'article' | 'paper' | 'chapter' | 'book' | 'report' | 'thesis' | 'preprint' | 'dataset' | 'software' | 'page';

/** A record that knows nothing yet but its source and title. */
export const emptyRecord = (source: WorkRecord['source'], title: string): WorkRecord => ({
  source,
  kind: 'page',
  title,
  names: [],
  editors: [],
  issued: [],
  years: null,
  container: null,
  publisher: null,
  volume: null,
  issue: null,
  pages: null,
  isbn: null,
  doi: null,
  arxiv: null,
  url: null,
});

import { foldAccents } from '../engine/model/fold.ts';

/** What a work is filtered and sorted by. */
export type WorkFacts = {
  /** Title, authors, year and key without accents, in lower case; and the authors alone. */
  text: string;
  authors: string;
  title: string;
  year: number | null;
  domains: readonly string[];
  kind: string;
  read: string;
  /** In how many places it is cited. */
  cited: number;
  /** Its position by first author. */
  position: number;
};

/** The fields of the form by name; empty where nothing is asked for. */
export type Wanted = Readonly<Record<string, string>>;

/** Whether a work has all that is asked for: `q`, `author`, `from`, `to`, `domain`, `kind`, `read`, `cited`. */
export function createFilter(wanted: Wanted): (work: WorkFacts) => boolean {
  const { q = '', author = '', from = '', to = '', domain = '', kind = '', read = '', cited = '' } = wanted;
  const [words, names] = [wordsOf(q), wordsOf(author)];
  const fits = (asked: string, value: string): boolean => asked === '' || asked === value;
  return (work) =>
    words.every((word) => work.text.includes(word)) &&
    names.every((name) => work.authors.includes(name)) &&
    isWithin(work.year, { from, to }) &&
    (domain === '' || work.domains.includes(domain)) &&
    fits(kind, work.kind) &&
    fits(read, work.read) &&
    fits(cited, work.cited > 0 ? 'yes' : 'no');
}

const wordsOf = (text: string): string[] =>
  foldAccents(text)
    .split(/[\s,]+/)
    .filter((word) => word !== '');

/** A work without a year is in no range of years. */
function isWithin(year: number | null, { from, to }: { from: string; to: string }): boolean {
  if (from === '' && to === '') return true;
  if (year === null) return false;
  return (from === '' || year >= Number(from)) && (to === '' || year <= Number(to));
}

type Compare = (a: WorkFacts, b: WorkFacts) => number;

const byAuthor: Compare = (a, b) => a.position - b.position;
const orders: Readonly<Record<string, Compare>> = {
  title: (a, b) => a.title.localeCompare(b.title) || byAuthor(a, b),
  newest: (a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || byAuthor(a, b),
  oldest: (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || byAuthor(a, b),
  cited: (a, b) => b.cited - a.cited || byAuthor(a, b),
};

/** How works are ordered by a value of `sort`: by first author unless it is `title`, `newest`, `oldest` or `cited`. */
export const compareBy = (sort: string): Compare => orders[sort] ?? byAuthor;

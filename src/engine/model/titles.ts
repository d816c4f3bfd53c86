import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

const withoutMarkup = (title: string): string => title.replace(/<[^>]*>/g, '').replace(/\\[a-zA-Z]+/g, '');

/** A title without what editions differ in: markup, TeX, case, accents, spaces and punctuation. */
const foldTitle = (title: string): string => fold(withoutMarkup(title));

/** Numbers, Roman ones included: "Part 2", "Report 2026" and "Part IV" are other works than their neighbours. */
const numbersOf = (title: string): string =>
  withoutMarkup(title)
    .normalize('NFKD')
    .match(/\d+|\b[ivx]+\b/gi)
    ?.join('')
    .toLowerCase() ?? '';

/** True of titles that differ in a twelfth of their letters at most, and in no number. */
export function areTitlesAlike(a: string, b: string): boolean {
  const [one, other] = [foldTitle(a), foldTitle(b)];
  const limit = Math.max(one.length, other.length) / 12;
  if (limit === 0 || Math.abs(one.length - other.length) > limit || numbersOf(a) !== numbersOf(b)) return false;
  return distance(one, other) <= limit;
}

/** True where one title is the other without its subtitle: registries often leave it out. */
export function isTitleShortened(a: string, b: string): boolean {
  const [short = '', long = ''] = [foldTitle(a), foldTitle(b)].toSorted((one, other) => one.length - other.length);
  return short.length >= 10 && long.startsWith(short);
}

import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

const withoutMarkup = (title: string): string => title.replace(/<[^>]*>/g, '').replace(/\\[a-zA-Z]+/g, '');

/** A title prepared for many comparisons. */
export type FoldedTitle = {
  /** The title without markup, TeX, case, accents, spaces and punctuation, in which editions differ. */
  letters: string;
  /** Its numbers, including Roman numerals, which distinguish works: "Part 2", "Report 2026", "Part IV". */
  numbers: string;
};

export function foldTitle(title: string): FoldedTitle {
  const plain = withoutMarkup(title);
  const numbers = plain.normalize('NFKD').match(/\d+|\b[ivx]+\b/gi) ?? [];
  return { letters: fold(plain), numbers: numbers.join('').toLowerCase() };
}

/** Reports whether titles differ in at most a twelfth of their letters, and in no number. */
export function areFoldedTitlesAlike(one: FoldedTitle, other: FoldedTitle): boolean {
  const [a, b] = [one.letters, other.letters];
  const limit = Math.max(a.length, b.length) / 12;
  if (limit === 0 || Math.abs(a.length - b.length) > limit || one.numbers !== other.numbers) return false;
  return distance(a, b) <= limit;
}

export const areTitlesAlike = (a: string, b: string): boolean => areFoldedTitlesAlike(foldTitle(a), foldTitle(b));

/** Reports whether one title is the other without its subtitle, which registries often omit. */
export function isTitleShortened(a: string, b: string): boolean {
  const [short = '', long = ''] = [foldTitle(a).letters, foldTitle(b).letters].toSorted(
    (one, other) => one.length - other.length,
  );
  return short.length >= 10 && long.startsWith(short);
}

import { distance } from 'fastest-levenshtein';
import { fold } from '../../engine/model/fold.ts';
import type { Name } from '../../engine/model/work.ts';

/** A title without what editions differ in: markup, TeX, case, accents, spaces and punctuation. */
export function foldTitle(title: string): string {
  const plain = title.replace(/<[^>]*>/g, '').replace(/\\[a-zA-Z]+/g, '');
  return fold(plain);
}

/** True of titles that read the same but for a slip of the pen. */
export function areTitlesAlike(a: string, b: string): boolean {
  const [one, other] = [foldTitle(a), foldTitle(b)];
  const longest = Math.max(one.length, other.length);
  return (
    longest > 0 &&
    (one === other || (Math.abs(one.length - other.length) <= longest / 10 && distance(one, other) <= longest / 10))
  );
}

/** True where one title is the other without its subtitle: registries often leave it out. */
export function isTitleShortened(a: string, b: string): boolean {
  const [short = '', long = ''] = [foldTitle(a), foldTitle(b)].toSorted((one, other) => one.length - other.length);
  return short.length >= 10 && long.startsWith(short);
}

/** A family name, or an organisation's, to compare by. */
export const foldName = ({
  literal,
  family,
  'non-dropping-particle': particle,
  'dropping-particle': dropping,
}: Name): string => fold(literal ?? `${dropping ?? ''}${particle ?? ''}${family ?? ''}`);

/** True of names that may be one: `de Las Casas` and `Casas`, for not every service knows where a family name begins. */
export function areNamesAlike(a: Name, b: Name): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  return one.endsWith(other) || other.endsWith(one);
}

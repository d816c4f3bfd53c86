import { fold } from './fold.ts';
import type { Name, Work } from './work.ts';

/**
 * Finds two works that share no author, according to their entries; null if any two share one.
 *
 * Works without names are left out, because their authors are unknown.
 */
export function findUnrelatedPair(works: readonly Work[]): [Work, Work] | null {
  const named = works.filter((work) => authorsOf(work).length > 0);
  for (const [index, work] of named.entries()) {
    const other = named.slice(index + 1).find((later) => !haveCommonAuthor(work, later));
    if (other !== undefined) return [work, other];
  }
  return null;
}

const authorsOf = ({ csl }: Work): Name[] => csl.author ?? csl.editor ?? [];

const haveCommonAuthor = (a: Work, b: Work): boolean =>
  authorsOf(a).some((name) => authorsOf(b).some((other) => isSameName(name, other)));

/**
 * Reports whether names may be the same, such as `J. Kaplan` and `Jared Kaplan`. If both have initials, these must
 * match.
 */
function isSameName(a: Name, b: Name): boolean {
  if (familyOf(a) !== familyOf(b)) return false;
  const [one, other] = [initialOf(a), initialOf(b)];
  return one === '' || other === '' || one === other;
}

const familyOf = ({ literal, family }: Name): string => fold(literal ?? family ?? '');
const initialOf = ({ given }: Name): string => fold(given ?? '').slice(0, 1);

import { fold } from './fold.ts';
import type { Name, Work } from './work.ts';

/**
 * Two of the works that share no author, as far as their entries name them; null where any two share one.
 *
 * Works without names are left out, for nobody knows whom they share.
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

/** `J. Kaplan` may be `Jared Kaplan`: initials decide where both names have one. */
function isSameName(a: Name, b: Name): boolean {
  if (familyOf(a) !== familyOf(b)) return false;
  const [one, other] = [initialOf(a), initialOf(b)];
  return one === '' || other === '' || one === other;
}

const familyOf = ({ literal, family }: Name): string => fold(literal ?? family ?? '');
const initialOf = ({ given }: Name): string => fold(given ?? '').slice(0, 1);

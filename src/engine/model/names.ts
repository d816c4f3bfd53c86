import { fold } from './fold.ts';
import type { Name } from './work.ts';

const join = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** Returns a full name: `Diego de Las Casas`. */
export const fullName = (name: Name): string =>
  name.literal ??
  join([name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]);

/** Returns the name by which a person is cited: `de Las Casas`; for an organisation, its full name. */
export const familyName = (name: Name): string =>
  name.literal ?? join([name['non-dropping-particle'], name.family ?? name.given]);

/** Normalises a family name or an organisation for comparison: folded, including all particles. */
export const foldName = (name: Name): string =>
  fold(name.literal ?? `${name['dropping-particle'] ?? ''}${familyName(name)}`);

/** Reports whether two names may be the same: `de Las Casas` and `Casas`, because services divide names differently. */
export function areNamesAlike(a: Name, b: Name): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  return one.endsWith(other) || other.endsWith(one);
}

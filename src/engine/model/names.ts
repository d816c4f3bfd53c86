import { fold } from './fold.ts';
import type { Name } from './work.ts';

const join = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** A name in full: `Diego de Las Casas`. */
export const fullName = (name: Name): string =>
  name.literal ??
  join([name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]);

/** The name by which a person is cited: `de Las Casas`; of an organisation, the whole. */
export const familyName = (name: Name): string =>
  name.literal ?? join([name['non-dropping-particle'], name.family ?? name.given]);

/** A family name, or an organisation's, to compare by: folded, with all its particles. */
export const foldName = (name: Name): string =>
  fold(name.literal ?? `${name['dropping-particle'] ?? ''}${familyName(name)}`);

/** True of names that may be one: `de Las Casas` and `Casas`, because services divide names differently. */
export function areNamesAlike(a: Name, b: Name): boolean {
  const [one, other] = [foldName(a), foldName(b)];
  return one.endsWith(other) || other.endsWith(one);
}

import type { Name } from '../../engine/model/work.ts';

const particle =
  /^(?:d[aeiou]|das|dos|del|della|den|der|des|du|af|al|bin|ben|ibn|la|le|el|te|ten|ter|v[ao]n|von|zu|zur|y)$/;
const organisation =
  /\b(?:team|collaboration|consortium|group|institute|laborator(?:y|ies)|labs?|university|foundation|cent(?:er|re)|committee|society|office|department|agency|inc|ltd|gmbh|openai|deepmind|anthropic)\b\.?/i;
const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/**
 * Splits a name into its parts: `Diego de Las Casas` → Diego, de Las Casas; `Casas, Diego` likewise.
 *
 * A single word, or a name with a word such as "Team", is an organisation. A lower-case particle begins the family
 * name.
 */
export function splitName(text: string): Name {
  const name = text.replace(/\s+/g, ' ').trim();
  const [family = '', given] = name.split(/\s*,\s*/);
  if (given !== undefined && !suffix.test(given)) return { family, given };
  const words = family.split(' ');
  if (words.length === 1 || organisation.test(name)) return { literal: name };
  const ending = given ?? (suffix.test(words.at(-1) ?? '') ? words.pop() : undefined);
  const begin = words.findIndex((word, index) => index > 0 && particle.test(word));
  const split = begin === -1 ? words.length - 1 : Math.min(begin, words.length - 1);
  const parts = { family: words.slice(split).join(' '), given: words.slice(0, split).join(' ') };
  return ending === undefined ? parts : { ...parts, suffix: ending };
}

import { closest, distance } from 'fastest-levenshtein';

/** Returns "; did you mean `x`?" if a known word is close enough, else an empty string. */
export function suggestionFor(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(word, known);
  const maxDistance = word.length < 4 ? 1 : Math.max(2, word.length / 4);
  return distance(word, nearest) <= maxDistance ? `; did you mean \`${nearest}\`?` : '';
}

/** Returns "one of `a`, `b`". */
export const oneOf = (words: readonly string[]): string => `one of ${words.map((word) => `\`${word}\``).join(', ')}`;

/** Finds the most similar sentence: at least two of three characters are the same. Otherwise null. */
export function findSimilar(sentence: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const nearest = closest(sentence, known);
  return distance(sentence, nearest) <= Math.max(sentence.length, nearest.length) / 3 ? nearest : null;
}

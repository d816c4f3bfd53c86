import type { Review } from '../model/review.ts';
import { suggestionFor } from '../model/suggestion.ts';

/** Returns why the key of a work is unknown, or null if it is known or the bibliography could not be read completely. */
export function unknownKeyReason(
  key: string,
  { library, libraryIsWhole, broken }: Pick<Review, 'library' | 'libraryIsWhole' | 'broken'>,
): string | null {
  if (!libraryIsWhole || library.has(key) || broken.has(key)) return null;
  return `Unknown work \`${key}\`: expected a key of \`bibliography/\`${suggestionFor(key, [...library.keys()])}`;
}

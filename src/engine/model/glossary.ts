import * as z from 'zod';
import { Id } from './id.ts';

/** A term of the review and its meaning; an item of `content/glossary.yaml`. */
export const Term = z.strictObject({
  id: Id.describe('What `<Term id="…">` names it by; a part of addresses.'),
  term: z.string().trim().min(1).describe('The word, as a text would use it.'),
  means: z.string().trim().min(1).describe('What it means, in a sentence or two of plain text.'),
  also: z.array(z.string().trim().min(1)).default([]).describe('Other spellings, such as the plural.'),
});
export type Term = z.infer<typeof Term>;

/** Returns the spellings of a term in texts. */
export const spellingsOf = ({ term, also }: Term): string[] => [term, ...also];

/**
 * Returns a pattern for a spelling as whole words, which may begin a sentence. “Base Model” is a name and does not
 * match `base model`.
 */
export function patternOf(spelling: string): RegExp {
  const first = spelling.charAt(0);
  const start = `(?:${[first.toLowerCase(), first.toUpperCase()].map((letter) => RegExp.escape(letter)).join('|')})`;
  const words = RegExp.escape(spelling.slice(1)).replaceAll(/(?:\\x20)+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${start}${words}(?![\\p{L}\\p{N}])`, 'u');
}

/** Path of the file from the project's root; the file is optional. */
export const glossaryFile = 'content/glossary.yaml';

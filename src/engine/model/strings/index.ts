import { de } from './de.ts';
import { en, type browser } from './en.ts';

/** The texts of one language. A language with a missing text does not compile. */
export type Strings = typeof en;
/** Texts of scripts in the browser. */
export type BrowserStrings = typeof browser;

const languages: ReadonlyMap<string, Strings> = new Map([
  ['en', en],
  ['de', de],
]);

/** Returns the language of a locale such as `de-DE`: `de`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0] ?? '';

/** Reports whether pages and posts can be written in the language of a locale. */
export const isSpoken = (locale: string): boolean => languages.has(languageOf(locale));

/**
 * Returns the texts in the language of a locale.
 *
 * @throws Error for another language; the rule `unknown-locale` reports it before anything is rendered.
 */
export function stringsOf(locale: string): Strings {
  const strings = languages.get(languageOf(locale));
  if (strings === undefined)
    throw new Error(`There are no texts for the locale \`${locale}\`. Write \`en-US\` or \`de-DE\` in review.yaml.`);
  return strings;
}

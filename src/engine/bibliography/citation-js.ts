import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import * as z from 'zod';
import { CslItem } from '../model/work.ts';

/** The only file that calls citation-js. It narrows the library's untyped output. */

const TypeMap = z.looseObject({ source: z.record(z.string(), z.unknown()) });
const Register = z.custom<{ has: (name: string) => boolean; get: (name: string) => unknown; list: () => string[] }>(
  (value) => typeof value === 'object' && value !== null && 'has' in value && 'get' in value && 'list' in value,
);
const BibtexConfig = z.object({
  parse: z.custom<{ sentenceCase: string }>(),
  types: z.looseObject({ biblatex: TypeMap, bibtex: TypeMap }),
  constants: z.record(z.string(), z.unknown()),
});
const CslConfig = z.object({ styles: Register, locales: Register });

const bibtex = BibtexConfig.parse(plugins.config.get('@bibtex'));
const csl = CslConfig.parse(plugins.config.get('@csl'));

// citation-js looks commands up with `in`, which finds `\constructor` on any object that has a prototype.
for (const table of Object.values(bibtex.constants))
  if (table instanceof Object && Object.getPrototypeOf(table) === Object.prototype) Object.setPrototypeOf(table, null);

/** Entry types of BibTeX and BibLaTeX that can be read as works. */
export const entryTypes: readonly string[] = [
  ...new Set([bibtex.types.biblatex, bibtex.types.bibtex].flatMap(({ source }) => Object.keys(source))),
].filter((type) => type !== 'set' && type !== 'xdata');

/**
 * Reads the text of one entry. In sentence case, everything except the first word and text in braces becomes lower
 * case.
 *
 * @throws Error of citation-js if it cannot read the entry.
 */
export function readCslItem(entry: string, { sentenceCase }: { sentenceCase: boolean }): CslItem {
  // A global setting: citation-js has no option for a single parse.
  bibtex.parse.sentenceCase = sentenceCase ? 'always' : 'never';
  const { data } = new Cite(entry, { forceType: '@biblatex/text', generateGraph: false });
  return z.tuple([CslItem]).parse(data)[0];
}

/** Returns the XML of a style that citation-js knows by name, or null. */
export const findStyle = (name: string): string | null =>
  csl.styles.has(name) ? z.string().parse(csl.styles.get(name)) : null;

export const styleNames = (): string[] => csl.styles.list();
export const localeNames = (): string[] => csl.locales.list();

/** Returns the XML of a locale such as `en-US`, or null. */
export const findLocale = (name: string): string | null =>
  csl.locales.has(name) ? z.string().parse(csl.locales.get(name)) : null;

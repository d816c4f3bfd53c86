import { findStyle } from './citation-js.ts';
import type { ComparedNames } from './formatting/conflicts.ts';
import { parseCsl, type Csl } from './parse-csl.ts';

const parsed = new Map<string, Csl | null>();

/** Caches parsed styles: their XML is long, and a process uses only one or two of them. */
function cslOf(xml: string): Csl | null {
  const known = parsed.get(xml);
  if (known !== undefined) return known;
  const { csl } = parseCsl(xml);
  parsed.set(xml, csl);
  return csl;
}

/** A citation style, and the properties of it that our use of citeproc depends on. */
export type Style = {
  xml: string;
  /** Text around a whole citation, such as `(` and `)`. */
  prefix: string;
  suffix: string;
  /** Text between two works, such as `; `. */
  delimiter: string;
  /**
   * True if a work's printed form depends on neighbouring works beyond disambiguation: numbers, ibid., dashes for
   * names.
   */
  dependsOnNeighbours: boolean;
  comparedNames: ComparedNames;
  /** True if disambiguation may add full given names, which also changes references. Initials never do. */
  spellsGivenNames: boolean;
  /** True if works in a citation have the order of the reference list if the names of their first authors differ. */
  sortsByFirstName: boolean;
};

/**
 * Reads a style from its XML, or from the name of a style that citation-js includes.
 *
 * @throws Error if no such style exists, or if `checkStyle` rejects it.
 */
export function readStyle(nameOrXml: string): Style {
  const xml = nameOrXml.trimStart().startsWith('<') ? nameOrXml : findStyle(nameOrXml);
  const csl = xml === null ? null : cslOf(xml);
  if (xml === null || csl === null)
    throw new Error(
      `No citation style is named \`${nameOrXml}\`. Name \`apa\`, or the path of a .csl file under content/.`,
    );
  const { layout, ...citation } = csl.citation;
  const rule = citation['@givenname-disambiguation-rule'];
  const addsGivenNames = citation['@disambiguate-add-givenname'] === 'true';
  return {
    xml,
    prefix: layout['@prefix'],
    suffix: layout['@suffix'],
    delimiter: layout['@delimiter'],
    dependsOnNeighbours: dependsOnNeighbours(csl),
    comparedNames: addsGivenNames ? comparedNamesOf(rule) : 'none',
    spellsGivenNames: addsGivenNames && !rule.endsWith('-with-initials'),
    sortsByFirstName: sortsByFirstName(csl),
  };
}

/** Returns true for the XML of a style that numbers works. */
export function isNumeric(xml: string): boolean {
  const csl = cslOf(xml);
  return csl !== null && variablesOf(csl).has('citation-number');
}

const variablesOf = (csl: Csl): ReadonlySet<string> =>
  new Set(csl.valuesOf('variable').flatMap((names) => names.split(/\s+/)));

const dependsOnNeighbours = (csl: Csl): boolean =>
  csl['@class'] === 'note' ||
  ['citation-number', 'citation-label'].some((name) => variablesOf(csl).has(name)) ||
  ['position', 'subsequent-author-substitute'].some((name) => csl.valuesOf(name).length > 0);

/**
 * Returns true if citations and the reference list are both sorted first by the same macro, and it is about authors.
 */
function sortsByFirstName({ citation, bibliography }: Csl): boolean {
  const macro = citation.sort?.key[0]?.['@macro'];
  return macro !== undefined && macro.startsWith('author') && macro === bibliography?.sort?.key[0]?.['@macro'];
}

function comparedNamesOf(rule: string): ComparedNames {
  if (rule === 'by-cite') return 'none';
  return rule.startsWith('all-names') ? 'all' : 'first';
}

/** Replaces "&" by "and" in a style, for names that are part of a sentence. */
export const withWrittenAnd = (xml: string): string => xml.replaceAll(/\band=(["'])symbol\1/g, 'and="text"');

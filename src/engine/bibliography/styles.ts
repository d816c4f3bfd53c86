import { findStyle } from './citation-js.ts';
import type { ComparedNames } from './formatting/conflicts.ts';
import { parseCsl, type Csl } from './parse-csl.ts';

const parsed = new Map<string, Csl | null>();

/** A style's XML is long, and a process asks for the same one or two again and again. */
function cslOf(xml: string): Csl | null {
  const known = parsed.get(xml);
  if (known !== undefined) return known;
  const { csl } = parseCsl(xml);
  parsed.set(xml, csl);
  return csl;
}

/** A citation style, and what of it our use of citeproc depends on. */
export type Style = {
  xml: string;
  /** What stands around a whole citation, such as `(` and `)`. */
  prefix: string;
  suffix: string;
  /** What stands between two works, such as `; `. */
  delimiter: string;
  /** True where a work's printed form depends on works beside it beyond disambiguation: numbers, ibid., dashes for names. */
  dependsOnNeighbours: boolean;
  comparedNames: ComparedNames;
  /** True where disambiguation may spell given names out, which changes references too; initials never do. */
  spellsGivenNames: boolean;
  /** True where works in a citation stand in the order of the reference list if their first names differ. */
  sortsByFirstName: boolean;
};

/**
 * Reads a style's XML, or that of the style which citation-js knows by this name.
 *
 * @throws Error where there is no such style, or where it is not one that `checkStyle` accepts.
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

/** True of the XML of a style that prints numbers of works. */
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

/** Whether citations and the reference list begin to sort by the same macro, and it is about authors. */
function sortsByFirstName({ citation, bibliography }: Csl): boolean {
  const macro = citation.sort?.key[0]?.['@macro'];
  return macro !== undefined && macro.startsWith('author') && macro === bibliography?.sort?.key[0]?.['@macro'];
}

function comparedNamesOf(rule: string): ComparedNames {
  if (rule === 'by-cite') return 'none';
  return rule.startsWith('all-names') ? 'all' : 'first';
}

/** The style with "and" for "&": names that are part of a sentence. */
export const withWrittenAnd = (xml: string): string => xml.replaceAll(/\band=(["'])symbol\1/g, 'and="text"');

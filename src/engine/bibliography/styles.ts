import { findStyle } from './citation-js.ts';
import type { ComparedNames } from './formatting/conflicts.ts';

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

/** Reads a style's XML, or that of the style which citation-js knows by this name. */
export function readStyle(nameOrXml: string): Style {
  const xml = nameOrXml.trimStart().startsWith('<') ? nameOrXml : findStyle(nameOrXml);
  if (xml === null)
    throw new Error(
      `No citation style is named \`${nameOrXml}\`. Name \`apa\`, or the path of a .csl file under content/.`,
    );
  const citation = /<citation\b[^>]*>[\s\S]*?<\/citation>/.exec(xml)?.[0] ?? '';
  const layout = /<layout\b[^>]*>/.exec(citation)?.[0] ?? '';
  return {
    xml,
    prefix: attribute(layout, 'prefix') ?? '',
    suffix: attribute(layout, 'suffix') ?? '',
    delimiter: attribute(layout, 'delimiter') ?? '; ',
    dependsOnNeighbours:
      /variable="citation-number"|subsequent-author-substitute|position="|class="note"|variable="citation-label"/.test(
        xml,
      ),
    comparedNames: comparedNamesOf(citation),
    spellsGivenNames:
      attribute(citation, 'disambiguate-add-givenname') === 'true' &&
      attribute(citation, 'givenname-disambiguation-rule')?.endsWith('-with-initials') !== true,
    sortsByFirstName: sortsByFirstName(xml, citation),
  };
}

/** Whether citations and the reference list begin to sort by the same macro, and it is about authors. */
function sortsByFirstName(xml: string, citation: string): boolean {
  const bibliography = /<bibliography\b[\s\S]*<\/bibliography>/.exec(xml)?.[0] ?? '';
  const firstKey = (part: string): string | undefined => /<sort>\s*<key\s+macro="([^"]*)"/.exec(part)?.[1];
  const key = firstKey(citation);
  return key !== undefined && key.startsWith('author') && key === firstKey(bibliography);
}

function comparedNamesOf(citation: string): ComparedNames {
  const rule = attribute(citation, 'givenname-disambiguation-rule') ?? 'by-cite';
  if (attribute(citation, 'disambiguate-add-givenname') !== 'true' || rule === 'by-cite') return 'none';
  return rule.startsWith('all-names') ? 'all' : 'first';
}

/** The style with "and" for "&": names that are part of a sentence. */
export const withWrittenAnd = (xml: string): string => xml.replaceAll('and="symbol"', 'and="text"');

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : decode(value);
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal));
  });

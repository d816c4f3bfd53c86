import type { PhrasingContent } from 'mdast';
import type { Citation, CitationContent } from '../model/nodes.ts';
import { plainText } from '../model/plain-text.ts';
import type { FormattedWork } from '../model/review.ts';
import type { Library } from '../model/work.ts';
import { findConflicts, firstNameOf } from './conflicts.ts';
import { formatCitation, keysTogether, type NamedPrinter } from './format-citation.ts';
import { parseCitationHtml, parseReferenceHtml } from './markup.ts';
import { createPrinters, type Printer } from './printers.ts';

export type FormattedReference = { key: string; children: PhrasingContent[] };

export type Formatter = {
  /** What an essay's citations print, in their order, and its reference list in the style's order. */
  formatEssay: (citations: readonly Citation[]) => { citations: CitationContent[][]; references: FormattedReference[] };
  /** Each work by itself. */
  formatWorks: (keys: readonly string[]) => Map<string, FormattedWork>;
  /** True where what a work by itself prints depends on the others of the library, as its number does. */
  dependsOnLibrary: boolean;
};

export type FormatterOptions = {
  library: Library;
  /** The name of a style that citation-js knows, or the XML of a CSL style. */
  style: string;
  /** As `en-US`. */
  locale: string;
  /** True to format every essay by itself, which costs several times as much: what the shorter way is tested against. */
  eachByItself?: boolean;
};

/**
 * Formats citations and references with citeproc.
 *
 * Works that nothing in an essay is like are printed from one registry for the whole review; only those that
 * disambiguation may print otherwise (same short form, people of one name) get a registry of their own for the essay.
 * Styles in which a work's form depends on its neighbours, as numeric ones, take a registry for every essay.
 *
 * @throws Error where no style has that name, or a key is unknown.
 */
export function createFormatter({ library, style, locale, eachByItself = false }: FormatterOptions): Formatter {
  const printers = createPrinters({ library, style, locale });
  const printed = new Map<string, string>();
  const references = new Map<string, PhrasingContent[]>();
  const separate = eachByItself || printers.style.dependsOnNeighbours;
  const shorts = new Map<string, string>();
  const inLibrary = new Map([...library.keys()].map((key, place) => [key, place]));

  const shortOf = (key: string): string => {
    const known = shorts.get(key) ?? printers.alone([key]).printCluster([{ id: key }]);
    shorts.set(key, known);
    return known;
  };

  let order: { printer: Printer; places: ReadonlyMap<string, number> } | null = null;
  /** Keys in the order of the reference list. */
  const sort = (keys: readonly string[]): string[] => {
    const printer = printers.alone(keys);
    if (order?.printer !== printer) order = { printer, places: new Map([...printer.printReferences().keys()].map((key, place) => [key, place])) };
    const { places } = order;
    return keys.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
  const orderOf = (keys: readonly string[]): readonly string[] | null => {
    const names = new Set(keys.map((key) => firstNameOf(key, library)));
    return separate || !printers.style.sortsByFirstName || names.has(null) || names.size < keys.length ? null : sort(keys);
  };

  const formatReference = (key: string): PhrasingContent[] => {
    const known = references.get(key) ?? withLink(parseReferenceHtml(printers.alone([key]).printReferences().get(key) ?? ''), key, library);
    references.set(key, known);
    return known;
  };
  const formatWork = (key: string): FormattedWork => ({
    short: textOf(parseCitationHtml(shortOf(key), { keys: [key], nodes: [], position: undefined })),
    reference: formatReference(key),
  });

  return {
    dependsOnLibrary: printers.style.dependsOnNeighbours,
    formatWorks: (keys) => {
      if (keys.length > 0) printers.alone(keys);
      return new Map(keys.map((key) => [key, formatWork(key)]));
    },
    formatEssay: (citations) => {
      const cited = [...new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)))];
      // Letters for works that are alike in everything follow the order of the library; numbers that of the citations.
      const keys = printers.style.dependsOnNeighbours ? cited : cited.toSorted((a, b) => (inLibrary.get(a) ?? 0) - (inLibrary.get(b) ?? 0));
      if (keys.length === 0) return { citations: [], references: [] };
      if (!separate) printers.alone(keys);
      const conflicts = separate ? new Set(keys) : findConflicts(keys, library, { comparedNames: printers.style.comparedNames, shortOf });
      const beside = citations.map((citation) => keysTogether(citation, orderOf)).filter((some) => some.some((key) => conflicts.has(key)));
      const own = new Set([...conflicts, ...beside.flat()]);
      const together = keys.filter((key) => own.has(key));
      const among = together.length === 0 ? null : printers.among(together);
      const printerOf = (some: readonly string[]): NamedPrinter =>
        among !== null && some.some((key) => conflicts.has(key)) ? { printer: among, name: together.join(' ') } : { printer: printers.alone(some), name: '' };
      const formatted = citations.map((citation) => formatCitation(citation, { style: printers.style, printerOf, printed, orderOf }));
      const listed = among?.printReferences() ?? new Map<string, string>();
      return {
        citations: formatted,
        references: (separate ? [...listed.keys()] : sort(keys)).map((key) => {
          const html = conflicts.has(key) ? listed.get(key) : undefined;
          return { key, children: html === undefined ? formatReference(key) : withLink(parseReferenceHtml(html), key, library) };
        }),
      };
    },
  };
}

/** A reference without a link gets the work's own. */
function withLink(children: PhrasingContent[], key: string, library: Library): PhrasingContent[] {
  const link = library.get(key)?.link ?? null;
  if (link === null || children.some((child) => child.type === 'link')) return children;
  return [...children, { type: 'text', value: ' ' }, { type: 'link', url: link, children: [{ type: 'text', value: link }] }];
}

const textOf = (content: readonly CitationContent[]): string => content.map((node) => plainText(node)).join('');

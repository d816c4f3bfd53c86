import type { PhrasingContent } from 'mdast';
import type { Citation, CitationContent } from '../model/nodes.ts';
import { plainText } from '../model/plain-text.ts';
import type { FormattedWork } from '../model/review.ts';
import type { Library } from '../model/work.ts';
import type { Engines } from './citeproc.ts';
import { findConflicts, firstNameOf } from './conflicts.ts';
import { formatCitation, isPlain, remember, type NamedPrinter } from './format-citation.ts';
import { parseCitationHtml, parseReferenceHtml } from './markup.ts';
import { createPrinters, type ClusterPrinter, type Printer, type Printers } from './printers.ts';
import { createSorter } from './sorter.ts';

export type FormattedReference = { key: string; children: PhrasingContent[] };

/** A work by itself, as a citation that holds nothing else prints it (in HTML, with marks) and as a reader reads it. */
export type PrintedWork = FormattedWork & { html: string };

/** Works by themselves, by key, and all keys in the order of the reference list. */
export type PrintedLibrary = { works: ReadonlyMap<string, PrintedWork>; order: readonly string[] };

/** What citations and reference lists of works printed together, in HTML with marks, by the works and what is cited of them. */
export type PrintedTogether = {
  clusters: ReadonlyMap<string, string>;
  lists: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

export type Formatter = {
  /** What an essay's citations print, in their order, and its reference list in the style's order. */
  formatEssay: (citations: readonly Citation[]) => { citations: CitationContent[][]; references: FormattedReference[] };
  printLibrary: () => PrintedLibrary;
  /** All that was known, and all that was printed since. */
  printedTogether: () => PrintedTogether;
};

export type FormatterOptions = {
  library: Library;
  /** The name of a style that citation-js knows, or the XML of a CSL style. */
  style: string;
  /** As `en-US`. */
  locale: string;
  /** Engines of formatters before this one, which are not used any more. */
  engines?: Engines;
  /** What was printed before of the same works; an order only where it is the same library. */
  known?: { works: ReadonlyMap<string, PrintedWork>; order: readonly string[] | null; together: PrintedTogether };
  /** True to format every essay by itself, which costs several times as much: what the shorter way is tested against. */
  eachByItself?: boolean;
};

const nothing = {
  works: new Map<string, PrintedWork>(),
  order: null,
  together: { clusters: new Map<string, string>(), lists: new Map<string, ReadonlyMap<string, string>>() },
};

/**
 * Formats citations and references with citeproc.
 *
 * Works that nothing in an essay is like are printed from one registry for the whole review; only those that
 * disambiguation may print otherwise (same short form, people of one name) get a registry with those that they are like.
 * Styles in which a work's form depends on its neighbours, as numeric ones, take a registry for every essay.
 *
 * @throws Error where no style has that name, or a key is unknown.
 */
export function createFormatter({
  library,
  style,
  locale,
  engines,
  known: before = nothing,
  eachByItself = false,
}: FormatterOptions): Formatter {
  const printers = createPrinters({ library, style, locale, engines });
  const { dependsOnNeighbours, comparedNames, sortsByFirstName } = printers.style;
  // A number says what else is in the library.
  const known = dependsOnNeighbours && before.order === null ? nothing : before;
  const separate = eachByItself || dependsOnNeighbours;
  const sort = createSorter(printers, known.order);
  const shorts = new Map([...known.works].map(([key, { html }]) => [key, html]));
  const references = new Map([...known.works].map(([key, { reference }]) => [key, reference]));
  const printed = new Map(known.together.clusters);
  const lists = new Map(known.together.lists);
  const inLibrary = new Map([...library.keys()].map((key, place) => [key, place]));

  const shortOf = (key: string): string => remember(shorts, key, () => printers.all().printCluster([{ id: key }]));
  const toReference = (html: string, key: string): PhrasingContent[] =>
    withLink(parseReferenceHtml(html), key, library);
  const referenceOf = (key: string): PhrasingContent[] =>
    remember(references, key, () => toReference(printers.all().printReferences().get(key) ?? '', key));
  const printWork = (key: string): PrintedWork => {
    const html = shortOf(key);
    return {
      html,
      short: textOf(parseCitationHtml(html, { keys: [key], nodes: [], position: undefined })),
      reference: referenceOf(key),
    };
  };
  const orderOf = (keys: readonly string[]): readonly string[] | null => {
    const names = new Set(keys.map((key) => firstNameOf(key, library)));
    return separate || !sortsByFirstName || names.has(null) || names.size < keys.length ? null : sort(keys);
  };

  return {
    printedTogether: () => ({ clusters: printed, lists }),
    printLibrary: () => {
      const keys = [...library.keys()];
      return { works: new Map(keys.map((key) => [key, known.works.get(key) ?? printWork(key)])), order: sort(keys) };
    },
    formatEssay: (citations) => {
      const cited = [...new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)))];
      // Letters for works that are alike in everything follow the order of the library; numbers that of the citations.
      const keys = dependsOnNeighbours
        ? cited
        : cited.toSorted((a, b) => (inLibrary.get(a) ?? 0) - (inLibrary.get(b) ?? 0));
      if (keys.length === 0) return { citations: [], references: [] };
      const conflicts = separate ? allTogether(keys) : findConflicts(keys, library, { comparedNames, shortOf });
      const alone = { name: '', printer: () => eachAlone(printers, shortOf) };
      const among = (some: readonly string[]): { name: string; printer: () => Printer } => {
        const own = keys.filter((key) => some.some((one) => one === key || conflicts.get(one)?.has(key)));
        return { name: own.join(' '), printer: () => printers.among(own) };
      };
      const printerOf = (some: readonly string[]): NamedPrinter =>
        some.some((key) => conflicts.has(key)) ? among(some) : alone;
      const listOf = ({ name, printer }: ReturnType<typeof among>): ReadonlyMap<string, string> =>
        remember(lists, name, () => printer().printReferences());
      return {
        citations: citations.map((citation) =>
          formatCitation(citation, { style: printers.style, printerOf, printed, orderOf }),
        ),
        references: (separate ? [...listOf(among(keys)).keys()] : sort(keys)).map((key) => {
          const html = conflicts.has(key) ? listOf(among([key])).get(key) : undefined;
          return { key, children: html === undefined ? referenceOf(key) : toReference(html, key) };
        }),
      };
    },
  };
}

const allTogether = (keys: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const all = new Set(keys);
  return new Map(keys.map((key) => [key, all]));
};

/** Prints works each as if no other were like it; what is known already of one by itself takes no engine. */
function eachAlone(printers: Printers, shortOf: (key: string) => string): ClusterPrinter {
  return {
    printCluster: (cites) => {
      const [only, ...others] = cites;
      return only !== undefined && others.length === 0 && isPlain(only)
        ? shortOf(only.id)
        : printers.alone([...new Set(cites.map(({ id }) => id))]).printCluster(cites);
    },
    printAuthors: (key) => printers.alone([key]).printAuthors(key),
  };
}

/** A reference without a link gets the work's own. */
function withLink(children: PhrasingContent[], key: string, library: Library): PhrasingContent[] {
  const link = library.get(key)?.link ?? null;
  if (link === null || children.some((child) => child.type === 'link')) return children;
  return [
    ...children,
    { type: 'text', value: ' ' },
    { type: 'link', url: link, children: [{ type: 'text', value: link }] },
  ];
}

const textOf = (content: readonly CitationContent[]): string => content.map((node) => plainText(node)).join('');

import type { Library } from '../../model/work.ts';
import { entryIndex, entryOpen, type Cite } from '../citeproc.ts';
import type { Style } from '../styles.ts';
import { findConflicts, firstNameOf } from './conflicts.ts';
import { formatCitation } from './format-citation.ts';
import type { PrintedLibrary } from './print-library.ts';
import { createPrinters, type ClusterPrinter, type PrintersOptions } from './printers.ts';
import {
  citedKeys,
  createReferenceFormatter,
  formatReference,
  inOrderOf,
  type Formatter,
} from './reference-formatter.ts';

type FormatterOptions = PrintersOptions & {
  /** The result of `printLibrary` for the same library, style and locale. */
  printed: PrintedLibrary;
};

/**
 * Creates a formatter with the same output as `createReferenceFormatter`, at a fraction of its cost.
 *
 * Works that disambiguation does not affect in an essay are printed once for the review. The others form small groups
 * that affect each other. Each group has its own registry, which is reused when the group recurs in another essay. If a
 * style depends on other works in more ways than disambiguation, such as a numeric one, the reference formatter is
 * used.
 */
export function createFormatter({ printed, ...options }: FormatterOptions): Formatter {
  const printers = createPrinters(options);
  const { library } = options;
  const { style } = printers;
  if (style.dependsOnNeighbours) return createReferenceFormatter(options);
  const positions = new Map([...printed.keys()].map((key, position) => [key, position]));
  const sort: SortKeys = (keys) => keys.toSorted((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
  const shortOf = (key: string): string => printed.get(key)?.html ?? '';
  const contexts = createContexts(printers);
  return {
    formatEssay(citations) {
      const keys = inOrderOf(library, citedKeys(citations));
      const groups = findConflicts(keys, library, { comparedNames: style.comparedNames, shortOf });
      const contextOf = createContextOf(keys, groups, contexts);
      const printAlone = (key: string): string =>
        groups.has(key) ? contextOf([key]).printCluster([{ id: key }]) : shortOf(key);
      const printCluster = createClusterPrinter({ contextOf, printAlone, sort, style, library });
      const printAuthors = (key: string): string => contextOf([key]).printAuthors(key);
      return {
        citations: citations.map((citation) => formatCitation(citation, { style, printCluster, printAuthors })),
        references: sort(keys).map((key) => {
          const html = groups.has(key) ? contextOf([key]).references.get(key) : undefined;
          const children =
            html === undefined
              ? (printed.get(key)?.reference ?? [])
              : formatReference(html, library.get(key)?.link ?? null);
          return { key, children };
        }),
      };
    },
  };
}

/** Sorts keys into the order of the style's reference list. */
type SortKeys = (keys: readonly string[]) => string[];

/** Returns the context of some works of an essay: these works and all that affect their disambiguation. */
type ContextOf = (keys: readonly string[]) => Context;

/** `groups` contains, by key, the works of the essay that affect each other. */
function createContextOf(
  keys: readonly string[],
  groups: ReadonlyMap<string, ReadonlySet<string>>,
  contexts: ReturnType<typeof createContexts>,
): ContextOf {
  return (some) => {
    const affected = new Set(some.flatMap((key) => [key, ...(groups.get(key) ?? [])]));
    return contexts(
      keys.filter((key) => affected.has(key)),
      some.some((key) => groups.has(key)),
    );
  };
}

type ClusterOptions = {
  contextOf: ContextOf;
  printAlone: (key: string) => string;
  sort: SortKeys;
  style: Style;
  library: Library;
};

/** Creates a printer that reuses the citations of single works where a cluster only joins them. */
function createClusterPrinter({
  contextOf,
  printAlone,
  sort,
  style,
  library,
}: ClusterOptions): ClusterPrinter['printCluster'] {
  const isJoined = (cites: readonly Cite[]): boolean => {
    const names = new Set(cites.map(({ id }) => firstNameOf(id, library)));
    return cites.every(isPlain) && style.sortsByFirstName && !names.has(null) && names.size === cites.length;
  };
  return (cites) => {
    const [first, ...others] = cites;
    if (first !== undefined && others.length === 0 && isPlain(first)) return printAlone(first.id);
    const keys = cites.map(({ id }) => id);
    if (!isJoined(cites)) return contextOf(keys).printCluster(cites);
    return sort(keys)
      .map((key) => renumber(printAlone(key), keys.indexOf(key)))
      .join(escapeHtml(style.delimiter));
  };
}

/** Returns true for a work without a prefix, suffix, locator or omitted author. */
const isPlain = (cite: Cite): boolean => Object.keys(cite).length === 1;

/** Changes the HTML of a work cited alone to that of the work at an index of a cluster. */
const renumber = (html: string, index: number): string =>
  html.replaceAll(entryOpen + String.fromCharCode(entryIndex), entryOpen + String.fromCharCode(entryIndex + index));

const escapeHtml = (text: string): string => text.replaceAll('&', '&#38;').replaceAll('<', '&#60;');

type Context = ClusterPrinter & {
  /** References that differ from those of the isolated works, by key. */
  references: ReadonlyMap<string, string>;
};

/** Creates printers for sets of works, with or without disambiguation. Results are cached. */
function createContexts({ inContext, isolated }: ReturnType<typeof createPrinters>) {
  const contexts = new Map<string, Context>();
  const create = (keys: readonly string[], disambiguate: boolean): Context => {
    const printer = disambiguate ? inContext(keys) : isolated(keys);
    const clusters = new Map<string, string>();
    const authors = new Map<string, string>();
    const printCluster = (cites: readonly Cite[]): string =>
      getOrCreate(clusters, JSON.stringify(cites), () => printer.printCluster(cites));
    // Registering the works is the expensive step, so likely requests are printed while they are registered.
    if (disambiguate) for (const id of keys) printCluster([{ id }]);
    const references =
      disambiguate && printer.changesReferences() ? printer.printReferences() : new Map<string, string>();
    return {
      printCluster,
      printAuthors: (key) => getOrCreate(authors, key, () => printer.printAuthors(key)),
      references,
    };
  };
  return (keys: readonly string[], disambiguate: boolean): Context =>
    getOrCreate(contexts, JSON.stringify([keys, disambiguate]), () => create(keys, disambiguate));
}

/** Returns the value of a map, and creates it if it is missing. */
function getOrCreate<Value>(known: Map<string, Value>, id: string, make: () => Value): Value {
  const value = known.get(id) ?? make();
  known.set(id, value);
  return value;
}

import type { CslItem, Library } from '../../model/work.ts';
import { engineOf, type Cite, type Engine, type Registry } from '../citeproc.ts';
import { readStyle, withWrittenAnd, type Style } from '../styles.ts';

/** Prints clusters as HTML with markers. */
export type ClusterPrinter = {
  /** Returns a cluster without the style's prefix and suffix. */
  printCluster: (cites: readonly Cite[]) => string;
  /** Returns the authors of a work as part of a sentence. */
  printAuthors: (key: string) => string;
};

/** Prints a set of works from its own registry. The output of disambiguation depends on the set. */
type Printer = ClusterPrinter & {
  /** Returns references by key, in the style's order. */
  printReferences: () => ReadonlyMap<string, string>;
  /** Returns true if a reference may differ from the reference of the same work in isolation. */
  changesReferences: () => boolean;
};

type Printers = {
  style: Style;
  /** Returns a printer of exactly these works, with disambiguation. */
  inContext: (keys: readonly string[]) => Printer;
  /** Returns a printer of these works that prints each as if it were the only one. */
  isolated: (keys: readonly string[]) => Printer;
};

/** The name in a list of names that means `and others`. */
const others = '\u{F0FF}';
const othersInText = new RegExp(`(,?)\\s*(?:(?:&#38;|&amp;|\\p{L}{1,3})\\s+)?${others}\\.?`, 'gu');

export type PrintersOptions = {
  library: Library;
  /** The name of a style that citation-js includes, or the XML of a CSL style. */
  style: string;
  /** For example `en-US`. */
  locale: string;
};

/**
 * Creates the printers of a library.
 *
 * @throws Error if no style has that name, or if a printer receives a key that no work has.
 */
export function createPrinters({ library, style: name, locale }: PrintersOptions): Printers {
  const style = readStyle(name);
  const { dependsOnNeighbours, spellsGivenNames } = style;
  const authorsStyle = dependsOnNeighbours ? readStyle('apa').xml : style.xml;
  const itemOf = (id: string): CslItem => findItem(library, id);
  const printerOf = (ids: readonly string[], disambiguate: boolean): Printer =>
    createPrinter({
      registry: { ids, itemOf, disambiguate },
      main: engineOf(style.xml, locale),
      inText: () => engineOf(withWrittenAnd(authorsStyle), locale),
      hasOwnAuthors: !dependsOnNeighbours,
      spellsGivenNames,
    });
  return { style, inContext: (keys) => printerOf(keys, true), isolated: (keys) => printerOf(keys, false) };
}

function findItem(library: Library, id: string): CslItem {
  const work = library.get(id);
  if (work === undefined)
    throw new Error(`No work has the key \`${id}\`. Leave out citations of unknown works before they are formatted.`);
  if (!work.authorsTruncated || work.csl.author === undefined) return work.csl;
  return { ...work.csl, author: [...work.csl.author, { literal: others }] };
}

type PrinterOptions = {
  registry: Registry;
  main: Engine;
  inText: () => Engine;
  hasOwnAuthors: boolean;
  spellsGivenNames: boolean;
};

function createPrinter({ registry, main, inText, hasOwnAuthors, spellsGivenNames }: PrinterOptions): Printer {
  const finish = (html: string): string => html.replace(othersInText, (_, comma: string) => `${comma} ${main.etAl}`);
  return {
    printCluster: (cites) => finish(main.printCluster(cites, registry)),
    printAuthors: (key) => {
      const cites = [{ id: key, 'author-only': true }];
      // A second engine is expensive, so this replaces the style's `&` by "and", unless a name may contain an `&`.
      if (hasOwnAuthors && !containsAmpersand(registry.itemOf(key)))
        return finish(main.printCluster(cites, registry).replace(/&(?:#38|amp);/g, main.and));
      return finish(inText().printCluster(cites, registry));
    },
    printReferences: () => new Map(main.printReferences(registry).map(({ id, html }) => [id, finish(html)])),
    changesReferences: () => spellsGivenNames || main.changesReferences(registry),
  };
}

const containsAmpersand = ({ author, editor }: CslItem): boolean => /&/.test(JSON.stringify([author, editor]));

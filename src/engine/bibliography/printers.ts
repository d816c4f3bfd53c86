import type { CslItem, Library } from '../model/work.ts';
import { createEngines, type Cite, type Engine, type Engines, type Registry } from './citeproc.ts';
import { readStyle, withWrittenAnd, type Style } from './styles.ts';

/** Prints clusters and references of a set of works; what disambiguation prints depends on the set. */
export type Printer = {
  /** A cluster, without what the style puts around it. */
  printCluster: (cites: readonly Cite[]) => string;
  /** The authors of a work as part of a sentence. */
  printAuthors: (key: string) => string;
  /** References by key, in the style's order. */
  printReferences: () => ReadonlyMap<string, string>;
};

/** Prints clusters alone. */
export type ClusterPrinter = Pick<Printer, 'printCluster' | 'printAuthors'>;

export type Printers = {
  style: Style;
  /** Exactly these works, told apart where they are alike. */
  among: (keys: readonly string[]) => Printer;
  /** These works, each as if no other were like it; in a style in which neighbours count, all works are there. */
  alone: (keys: readonly string[]) => Printer;
  /** All works of the library, each as if no other were like it. */
  all: () => Printer;
  /** All keys in the order of the style's reference list. */
  sortAll: () => readonly string[];
};

/** Stands in a list of names for `and others`. */
const others = '\u{F0FF}';
const othersInText = new RegExp(`(,?)\\s*(?:(?:&#38;|&amp;|\\p{L}{1,3})\\s+)?${others}\\.?`, 'gu');

export type PrintersOptions = { library: Library; style: string; locale: string; engines?: Engines | undefined };

/** Makes the printers of a library; engines are costly, so each is made when first needed and then kept. */
export function createPrinters({
  library,
  style: name,
  locale,
  engines: engineOf = createEngines(),
}: PrintersOptions): Printers {
  const style = readStyle(name);
  const { dependsOnNeighbours } = style;
  const authorsStyle = dependsOnNeighbours ? readStyle('apa').xml : style.xml;
  const itemOf = (id: string): CslItem => findItem(library, id);
  const engine = (): Engine => engineOf(style.xml, locale);
  const printerOf = (registry: Registry): Printer =>
    createPrinter({
      registry,
      main: engine(),
      inText: () => engineOf(withWrittenAnd(authorsStyle), locale),
      hasOwnAuthors: !dependsOnNeighbours,
    });
  const whole = { ids: [...library.keys()], itemOf, tellsApart: false };
  const all = once(() => printerOf(whole));
  let last: { name: string; printer: Printer } | null = null;
  const among = (keys: readonly string[]): Printer => {
    const name = JSON.stringify(keys);
    if (last?.name !== name) last = { name, printer: printerOf({ ids: keys, itemOf, tellsApart: true }) };
    return last.printer;
  };
  return {
    style,
    among,
    alone: (keys) => (dependsOnNeighbours ? all() : printerOf({ ids: keys, itemOf, tellsApart: false })),
    all,
    sortAll: once(() => (dependsOnNeighbours ? [...all().printReferences().keys()] : engine().sort(whole))),
  };
}

function findItem(library: Library, id: string): CslItem {
  const work = library.get(id);
  if (work === undefined)
    throw new Error(`No work has the key \`${id}\`. Leave out citations of unknown works before they are formatted.`);
  if (!work.namesAreCut || work.csl.author === undefined) return work.csl;
  return { ...work.csl, author: [...work.csl.author, { literal: others }] };
}

type PrinterOptions = { registry: Registry; main: Engine; inText: () => Engine; hasOwnAuthors: boolean };

function createPrinter({ registry, main, inText, hasOwnAuthors }: PrinterOptions): Printer {
  const finish = (html: string): string => html.replace(othersInText, (_, comma: string) => `${comma} ${main.etAl}`);
  return {
    printCluster: (cites) => finish(main.printCluster(cites, registry)),
    printAuthors: (key) => {
      const cites = [{ id: key, 'author-only': true }];
      // An engine more costs much, so an `&` of the style is written out here, unless it could be one of a name.
      if (hasOwnAuthors && !holdsAmpersand(registry.itemOf(key)))
        return finish(main.printCluster(cites, registry).replace(/&(?:#38|amp);/g, main.and));
      return finish(inText().printCluster(cites, registry));
    },
    printReferences: once(() => new Map(main.printReferences(registry).map(({ id, html }) => [id, finish(html)]))),
  };
}

const holdsAmpersand = ({ author, editor }: CslItem): boolean => /&/.test(JSON.stringify([author, editor]));

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

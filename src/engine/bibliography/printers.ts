import type { CslItem, Library } from '../model/work.ts';
import { createEngine, type Cite, type Engine } from './citeproc.ts';
import { readStyle, withoutDisambiguation, withWrittenAnd, type Style } from './styles.ts';

/** Prints clusters and references of a set of works; what disambiguation prints depends on the set. */
export type Printer = {
  /** A cluster, without what the style puts around it. */
  printCluster: (cites: readonly Cite[]) => string;
  /** The authors of a work as part of a sentence. */
  printAuthors: (key: string) => string;
  /** References by key, in the style's order. */
  printReferences: () => ReadonlyMap<string, string>;
};

export type Printers = {
  style: Style;
  /** These works at least, each as if no other were like it; good until the next call. */
  alone: (keys: readonly string[]) => Printer;
  /** Exactly these works, told apart where they are alike; good until the next call. */
  among: (keys: readonly string[]) => Printer;
};

/** Stands in a list of names for `and others`. */
const others = '\u{F0FF}';
const othersInText = new RegExp(`(,?)\\s*(?:(?:&#38;|&amp;|\\p{L}{1,3})\\s+)?${others}\\.?`, 'gu');

/** Makes the printers of a library; engines are costly, so each is made when first needed and then kept. */
export function createPrinters({ library, style: name, locale }: { library: Library; style: string; locale: string }): Printers {
  const style = readStyle(name);
  const itemOf = (id: string): CslItem => findItem(library, id);
  const create = (xml: string): Engine => createEngine({ style: xml, locale, itemOf });
  const authorsStyle = style.dependsOnNeighbours ? readStyle('apa').xml : style.xml;
  const engines = {
    alone: once(() => create(withoutDisambiguation(style.xml))),
    aloneInText: once(() => create(withWrittenAnd(withoutDisambiguation(authorsStyle)))),
    among: once(() => create(style.xml)),
    amongInText: once(() => create(withWrittenAnd(authorsStyle))),
  };
  const all = [...library.keys()];
  let known: { keys: ReadonlySet<string>; printer: Printer } | null = null;
  const alone = (keys: readonly string[]): Printer => {
    if (known !== null && keys.every((key) => known?.keys.has(key))) return known.printer;
    const registered = style.dependsOnNeighbours ? new Set(all) : grow(all, { known: known?.keys ?? new Set(), keys });
    known = { keys: registered, printer: createPrinter({ keys: all.filter((key) => registered.has(key)), main: engines.alone(), inText: engines.aloneInText }) };
    return known.printer;
  };
  let last: { name: string; printer: Printer } | null = null;
  const among = (keys: readonly string[]): Printer => {
    const name = JSON.stringify(keys);
    if (last?.name !== name) last = { name, printer: createPrinter({ keys, main: engines.among(), inText: engines.amongInText }) };
    return last.printer;
  };
  return { style, alone, among };
}

/** Known keys and new ones; a registry is made anew to grow, so where it grows again it doubles, and all of its growth costs as much as its last. */
function grow(all: readonly string[], { known, keys }: { known: ReadonlySet<string>; keys: readonly string[] }): ReadonlySet<string> {
  const grown = new Set([...known, ...keys]);
  const spare = known.size === 0 ? 0 : known.size * 2 - grown.size;
  const others = all.filter((key) => !grown.has(key)).slice(0, Math.max(0, spare));
  return new Set([...grown, ...others]);
}

function findItem(library: Library, id: string): CslItem {
  const work = library.get(id);
  if (work === undefined) throw new Error(`No work has the key \`${id}\`. Leave out citations of unknown works before they are formatted.`);
  if (!work.namesAreCut || work.csl.author === undefined) return work.csl;
  return { ...work.csl, author: [...work.csl.author, { literal: others }] };
}

function createPrinter({ keys, main, inText }: { keys: readonly string[]; main: Engine; inText: () => Engine }): Printer {
  main.register(keys);
  const authors = once(() => {
    const engine = inText();
    engine.register(keys);
    return engine;
  });
  const finish = (html: string): string => html.replace(othersInText, (_, comma: string) => `${comma} ${main.etAl}`);
  return {
    printCluster: (cites) => finish(main.printCluster(cites)),
    printAuthors: (key) => finish(authors().printCluster([{ id: key, 'author-only': true }])),
    printReferences: once(() => new Map(main.printReferences().map(({ id, html }) => [id, finish(html)]))),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

import CSL from 'citeproc';
import * as z from 'zod';
import type { CslItem } from '../model/work.ts';
import { cacheSortKeys } from './citeproc-speed.ts';
import { findLocale } from './citation-js.ts';
import { isNumeric } from './styles.ts';

/** One work in a cluster, in citeproc's format. */
export type Cite = {
  id: string;
  prefix?: string;
  suffix?: string;
  locator?: string;
  label?: string;
  'suppress-author'?: boolean;
  'author-only'?: boolean;
};

/** The works that a processor knows when it prints, in order. The output of disambiguation depends on them. */
export type Registry = {
  ids: readonly string[];
  itemOf: (id: string) => CslItem;
  /** False prints each work as if it were the only one. */
  disambiguate: boolean;
};

/**
 * A citeproc processor for a style and a locale. It caches the last registry; switching costs a millisecond per work.
 */
export type Engine = {
  /**
   * Returns a cluster as HTML. Each work's part is enclosed in `entryOpen`, its index in the cluster, and `entryClose`.
   */
  printCluster: (cites: readonly Cite[], registry: Registry) => string;
  /** Returns ids and references as HTML, in the style's order, for all registered works. */
  printReferences: (registry: Registry) => { id: string; html: string }[];
  /** Returns true if disambiguation adds anything other than names to references, such as a letter to a year. */
  changesReferences: (registry: Registry) => boolean;
  /** "et al." and "and" in the locale's language. */
  etAl: string;
  and: string;
};

/** Markers in citeproc's output: private-use characters that appear in no text. */
export const entryOpen = '\u{F100}';
export const entryClose = '\u{F101}';
export const entryIndex = 0xf200;

/**
 * Appended to a value that is also a property name of every object, such as `constructor`: citeproc uses names as
 * object keys.
 */
const guard = '\u{F104}';
const inherited = new RegExp(`^(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})$`, 'i');

/** Returns a CSL item with `guard` appended to the values that need it. */
function guardValues(value: unknown): unknown {
  if (typeof value === 'string') return inherited.test(value) ? value + guard : value;
  if (Array.isArray(value)) return value.map(guardValues);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, guardValues(inside)]));
}

const Bibliography = z.tuple([z.looseObject({ entry_ids: z.array(z.array(z.string())) }), z.array(z.string())]);
const Cluster = z.string();
const Term = z.string();

const disambiguations = [
  'disambiguate-add-names',
  'disambiguate-add-givenname',
  'disambiguate-add-year-suffix',
] as const;
type Disambiguation = (typeof disambiguations)[number];
const givenNameRule = 'givenname-disambiguation-rule';

type Processor = {
  opt: { development_extensions: Record<string, boolean> } & Record<Disambiguation, boolean>;
  citation: { opt: Record<typeof givenNameRule, string> };
  setOutputFormat: (format: string) => void;
  updateItems: (ids: readonly string[]) => unknown;
  /** Empties the registry when called without citations. */
  restoreProcessorState: () => unknown;
  makeCitationCluster: (cites: readonly Cite[]) => unknown;
  makeBibliography: () => unknown;
  getTerm: (name: string) => unknown;
  registry: {
    registry: Record<string, { seq: number; disambig: { year_suffix: false | string; disambiguate: number } }>;
  };
};

const isProcessor = (value: unknown): value is Processor =>
  typeof value === 'object' && value !== null && 'makeCitationCluster' in value && 'opt' in value;

function narrow(value: unknown): Processor {
  if (isProcessor(value)) return value;
  throw new Error('citeproc gave no processor. Install the packages again.');
}

const engines = new Map<string, Engine>();

/**
 * Returns the engine for a style and a locale. Each is created once per process, because that takes a quarter of a
 * second.
 */
export function engineOf(style: string, locale: string): Engine {
  const name = `${locale} ${style}`;
  const engine = engines.get(name) ?? createEngine(style, locale);
  engines.set(name, engine);
  return engine;
}

/** What a processor reads while it prints: the registered works, and the index of each work in the cluster, by id. */
type PrintState = { registry: Registry; indices: ReadonlyMap<string, number> };

const emptyRegistry: Registry = {
  ids: [],
  disambiguate: true,
  itemOf: (id) => {
    throw new Error(`The work \`${id}\` was asked for before any was registered. Register works first.`);
  },
};

// The prefix protects keys such as `constructor`, as `guard` does for values.
const idOfKey = (key: string): string => `@${key}`;
const keyOfId = (id: string): string => id.slice(1);

/** Creates an engine from the XML of a style. */
function createEngine(style: string, locale: string): Engine {
  const state: PrintState = { registry: emptyRegistry, indices: new Map() };
  const processor = createProcessor(style, locale, state);
  const register = createRegister(processor, state);
  return {
    printCluster: (cites, registry) => {
      register(registry);
      state.indices = new Map(cites.map(({ id }, index) => [idOfKey(id), index]));
      const cluster = processor.makeCitationCluster(cites.map((cite) => ({ ...cite, id: idOfKey(cite.id) })));
      return Cluster.parse(cluster).replaceAll(guard, '');
    },
    printReferences: (registry) => {
      register(registry);
      const [{ entry_ids: ids }, entries] = Bibliography.parse(processor.makeBibliography());
      return entries.map((html, index) => ({
        id: keyOfId(ids[index]?.[0] ?? ''),
        html: html.replaceAll(guard, ''),
      }));
    },
    changesReferences: (registry) => {
      register(registry);
      return registry.ids.some((key) => {
        const disambig = processor.registry.registry[idOfKey(key)]?.disambig;
        return disambig !== undefined && (disambig.year_suffix !== false || disambig.disambiguate !== 0);
      });
    },
    etAl: Term.parse(processor.getTerm('et-al')),
    and: Term.parse(processor.getTerm('and')),
  };
}

/** Creates a processor that prints HTML, with markers around the part of each work in a cluster. */
function createProcessor(style: string, locale: string, state: PrintState): Processor {
  const itemOf = (id: string): CslItem => state.registry.itemOf(keyOfId(id));
  // In a numeric style, the parts of a cluster contain no id, only the work's number.
  const indexOfNumber = (text: string): number | undefined => {
    const number = Number(/\d+/.exec(text)?.[0]);
    return [...state.indices].find(([id]) => processor.registry.registry[id]?.seq === number)?.[1];
  };
  const system = {
    retrieveLocale: (name: string) => findLocale(name) ?? findLocale('en-US'),
    // citeproc calls `wrapCitationEntry` only for works that have a `system_id`.
    retrieveItem: (id: string) => Object.assign({}, guardValues(itemOf(id)), { id, system_id: id }),
    wrapCitationEntry: (text: string, id: string | undefined) => {
      const index = id === undefined ? indexOfNumber(text) : state.indices.get(id);
      return index === undefined ? text : `${entryOpen}${String.fromCharCode(entryIndex + index)}${text}${entryClose}`;
    },
  };
  const processor = narrow(new CSL.Engine(system, style, locale, true));
  // In a numeric style, the sort key is the number, which depends on other works.
  if (!isNumeric(style)) cacheSortKeys(processor, itemOf);
  processor.setOutputFormat('html');
  processor.opt.development_extensions.wrap_url_and_doi = true;
  processor.opt.development_extensions.apply_citation_wrapper = true;
  return processor;
}

/** Returns a function that registers works, unless they are registered already. */
function createRegister(processor: Processor, state: PrintState): (registry: Registry) => void {
  const ofStyle = { opt: { ...processor.opt }, rule: processor.citation.opt[givenNameRule] };
  return (registry) => {
    if (state.registry === registry) return;
    state.registry = registry;
    for (const name of disambiguations) processor.opt[name] = registry.disambiguate && ofStyle.opt[name];
    processor.citation.opt[givenNameRule] = registry.disambiguate ? ofStyle.rule : 'by-cite';
    // Unregistering works one by one leaves some of their names in the registry, and disambiguation then fails.
    processor.restoreProcessorState();
    processor.updateItems(registry.ids.map(idOfKey));
  };
}

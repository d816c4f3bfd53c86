import CSL from 'citeproc';
import * as z from 'zod';
import type { CslItem } from '../model/work.ts';
import { rememberSortKeys } from './citeproc-speed.ts';
import { findLocale } from './citation-js.ts';
import { isNumeric } from './styles.ts';

/** One work in a cluster, as citeproc takes it. */
export type Cite = {
  id: string;
  prefix?: string;
  suffix?: string;
  locator?: string;
  label?: string;
  'suppress-author'?: boolean;
  'author-only'?: boolean;
};

/** The works that a processor knows when it prints, in this order: what disambiguation prints depends on them. */
export type Registry = {
  ids: readonly string[];
  itemOf: (id: string) => CslItem;
  /** False to print each as if it were the only one. */
  disambiguate: boolean;
};

/** A citeproc processor: a style and a locale. It holds the registry that was used last: using another costs a millisecond a work. */
export type Engine = {
  /** A cluster as HTML; each work's part stands between `entryOpen`, its place in the cluster, and `entryClose`. */
  printCluster: (cites: readonly Cite[], registry: Registry) => string;
  /** Ids and references as HTML, in the style's order, for all that is registered. */
  printReferences: (registry: Registry) => { id: string; html: string }[];
  /** Whether disambiguation adds to references what no name is, as a letter to a year. */
  changesReferences: (registry: Registry) => boolean;
  /** "et al." and "and" in the locale's words. */
  etAl: string;
  and: string;
};

/** Marks in citeproc's output: private-use characters that no text holds. */
export const entryOpen = '\u{F100}';
export const entryClose = '\u{F101}';
export const entryIndex = 0xf200;

/** Stands behind a value that has the name of what every object has, as `constructor`: citeproc keeps names in objects. */
const guard = '\u{F104}';
const inherited = new RegExp(`^(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})$`, 'i');

/** A CSL item with its guarded values. */
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
  /** Without citations: empties the registry. */
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

/** The engine of a style and a locale. Making one takes a quarter of a second, so a process makes each once. */
export function engineOf(style: string, locale: string): Engine {
  const name = `${locale} ${style}`;
  const engine = engines.get(name) ?? createEngine(style, locale);
  engines.set(name, engine);
  return engine;
}

/** Makes a processor for the XML of a style. */
function createEngine(style: string, locale: string): Engine {
  const none: Registry = {
    ids: [],
    disambiguate: true,
    itemOf: (id) => {
      throw new Error(`The work \`${id}\` was asked for before any was registered. Register works first.`);
    },
  };
  // Keys are guarded too.
  const toId = (key: string): string => `@${key}`;
  const toKey = (id: string): string => id.slice(1);
  let held = none;
  let indices = new Map<string, number>();
  // The parts of a numeric style carry no id, but its number.
  const placeOfNumber = (text: string): number | undefined => {
    const number = Number(/\d+/.exec(text)?.[0]);
    return [...indices].find(([id]) => processor.registry.registry[id]?.seq === number)?.[1];
  };
  const system = {
    retrieveLocale: (name: string) => findLocale(name) ?? findLocale('en-US'),
    // citeproc wraps only the parts of works that have a `system_id`.
    retrieveItem: (id: string) => {
      const item = guardValues(held.itemOf(toKey(id)));
      return Object.assign({}, item, { id, system_id: id });
    },
    wrapCitationEntry: (text: string, id: string | undefined) => {
      const index = id === undefined ? placeOfNumber(text) : indices.get(id);
      return index === undefined ? text : `${entryOpen}${String.fromCharCode(entryIndex + index)}${text}${entryClose}`;
    },
  };
  const processor = narrow(new CSL.Engine(system, style, locale, true));
  // A number is a sort key that depends on other works.
  if (!isNumeric(style)) rememberSortKeys(processor, (id) => held.itemOf(toKey(id)));
  processor.setOutputFormat('html');
  processor.opt.development_extensions.wrap_url_and_doi = true;
  processor.opt.development_extensions.apply_citation_wrapper = true;
  const ofStyle = { opt: { ...processor.opt }, rule: processor.citation.opt[givenNameRule] };
  const hold = (registry: Registry): void => {
    if (held === registry) return;
    held = registry;
    for (const name of disambiguations) processor.opt[name] = registry.disambiguate && ofStyle.opt[name];
    processor.citation.opt[givenNameRule] = registry.disambiguate ? ofStyle.rule : 'by-cite';
    // Taking works out one by one leaves names of theirs behind, at which disambiguation then fails.
    processor.restoreProcessorState();
    processor.updateItems(registry.ids.map(toId));
  };
  return {
    printCluster: (cites, registry) => {
      hold(registry);
      indices = new Map(cites.map(({ id }, index) => [toId(id), index]));
      const clusters = processor.makeCitationCluster(cites.map((cite) => ({ ...cite, id: toId(cite.id) })));
      return Cluster.parse(clusters).replaceAll(guard, '');
    },
    printReferences: (registry) => {
      hold(registry);
      const [{ entry_ids: ids }, entries] = Bibliography.parse(processor.makeBibliography());
      return entries.map((html, index) => ({
        id: toKey(ids[index]?.[0] ?? ''),
        html: html.replaceAll(guard, ''),
      }));
    },
    changesReferences: (registry) => {
      hold(registry);
      return registry.ids.some((key) => {
        const disambig = processor.registry.registry[toId(key)]?.disambig;
        return disambig !== undefined && (disambig.year_suffix !== false || disambig.disambiguate !== 0);
      });
    },
    etAl: Term.parse(processor.getTerm('et-al')),
    and: Term.parse(processor.getTerm('and')),
  };
}

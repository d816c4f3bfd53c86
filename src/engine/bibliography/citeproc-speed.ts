import CSL from 'citeproc';
import type { CslItem } from '../model/work.ts';

type SortKeys = { itemOf: (id: string) => CslItem; known: WeakMap<CslItem, readonly string[]> };

const sortKeysOf = new WeakMap<object, SortKeys>();

/**
 * Caches the sort keys of each work's reference for a processor. They depend only on the work, but citeproc computes
 * them again in every registry.
 */
export function cacheSortKeys(processor: object, itemOf: SortKeys['itemOf']): void {
  sortKeysOf.set(processor, { itemOf, known: new WeakMap() });
}

const { getSortKeys, toLocaleLowerCase } = CSL;

CSL.getSortKeys = function (item, area) {
  const keys = area === 'bibliography_sort' ? sortKeysOf.get(this) : undefined;
  if (keys === undefined) return getSortKeys.call(this, item, area);
  const work = keys.itemOf(item.id);
  const known = keys.known.get(work) ?? getSortKeys.call(this, item, area);
  keys.known.set(work, known);
  return [...known];
};

// citeproc calls this with an empty string once per name. With a list of languages, that costs as much as any other
// text.
CSL.toLocaleLowerCase = function (text) {
  return text === '' ? '' : toLocaleLowerCase.call(this, text);
};

const { getNodesByName } = CSL.XmlJSON.prototype;
const macros = new WeakMap<object, Map<string, unknown[]>>();

// citeproc searches the style's tree on every macro call: some thousand times in APA.
CSL.XmlJSON.prototype.getNodesByName = function (tree, name, nameOfNode, found) {
  if (name !== 'macro' || nameOfNode === undefined || found !== undefined)
    return getNodesByName.call(this, tree, name, nameOfNode, found);
  const known = macros.get(tree) ?? new Map<string, unknown[]>();
  macros.set(tree, known);
  const nodes = known.get(nameOfNode) ?? getNodesByName.call(this, tree, name, nameOfNode);
  known.set(nameOfNode, nodes);
  return nodes;
};

import type { PhrasingContent } from 'mdast';
import type { Citation, CitationContent, CitationItem } from '../model/nodes.ts';
import type { Cite } from './citeproc.ts';
import { parseCitationHtml, prefixEnd, suffixStart, toMarkedText } from './markup.ts';
import type { ClusterPrinter } from './printers.ts';
import type { Style } from './styles.ts';

/** A printer, made when it has something to print, and the name of its works: what it printed is kept by that. */
export type NamedPrinter = { printer: () => ClusterPrinter; name: string };

/** What an essay's citations are printed with. */
export type Printing = {
  style: Style;
  /** The printer that knows all of these works. */
  printerOf: (keys: readonly string[]) => NamedPrinter;
  printed: Map<string, string>;
  /**
   * The order of works in a citation where they may be printed one by one and joined: citeproc takes most of its time
   * for citations of several. Null where they have to be printed together.
   */
  orderOf: (keys: readonly string[]) => readonly string[] | null;
};

/** What a citation prints. */
export function formatCitation(
  { mode, items, position }: Citation,
  { style, printerOf, printed, orderOf }: Printing,
): CitationContent[] {
  const nodes: PhrasingContent[] = [];
  const cites = items.map((item) => toCite(item, nodes));
  const text = (value: string): CitationContent[] => (value === '' ? [] : [{ type: 'text', value, position }]);
  const around = (inside: CitationContent[]): CitationContent[] => [
    ...text(style.prefix),
    ...inside,
    ...text(style.suffix),
  ];
  const printTogether = (some: readonly Cite[]): CitationContent[] => {
    const keys = some.map((cite) => cite.id);
    const { printer, name } = printerOf(keys);
    const id = `${name}|${JSON.stringify(some)}`;
    const html = remember(printed, id, () => printer().printCluster(some));
    return parseCitationHtml(html, { keys, nodes, position });
  };
  const print = (some: readonly Cite[]): CitationContent[] => {
    const order = some.length > 1 && some.every(isPlain) ? orderOf(some.map(({ id }) => id)) : null;
    if (order === null) return printTogether(some);
    return order.flatMap((id, index) => [...text(index === 0 ? '' : style.delimiter), ...printTogether([{ id }])]);
  };
  const [first, ...others] = cites;
  if (mode === 'parenthetical' || first === undefined || first['suppress-author'] === true) return around(print(cites));
  const { printer, name } = printerOf([first.id]);
  const authorsHtml = remember(printed, `${name}|authors of ${first.id}`, () => printer().printAuthors(first.id));
  const authors = parseCitationHtml(authorsHtml, { keys: [first.id], nodes, position });
  const rest = print([style.dependsOnNeighbours ? first : { ...first, 'suppress-author': true }]);
  if (others.length === 0) return [joinWork([...authors, ...text(' '), ...around(rest)], first.id, position)].flat();
  return [
    joinWork(authors, first.id, position),
    ...text(' '),
    ...around([...rest, ...text(style.delimiter), ...print(others)]),
  ].flat();
}

/** The value of a map, made where it is not known yet. */
export function remember<Value>(known: Map<string, Value>, id: string, make: () => Value): Value {
  const value = known.get(id) ?? make();
  known.set(id, value);
  return value;
}

/** True of a work without prefix, suffix, locator or left-out author. */
export const isPlain = (cite: Cite): boolean => Object.keys(cite).length === 1;

/** Words and parts of one work as one part; what follows a suffix stays outside. */
function joinWork(content: readonly CitationContent[], key: string, position: Citation['position']): CitationContent[] {
  const children = content.flatMap((node) => (node.type === 'citedWork' ? node.children : [node]));
  return children.some((child) => child.type === 'link')
    ? [...content]
    : [{ type: 'citedWork', key, children, position }];
}

function toCite({ key, prefix, suffix, locator, suppressAuthor }: CitationItem, nodes: PhrasingContent[]): Cite {
  const before = toMarkedText(prefix, nodes).trim();
  const after = toMarkedText(suffix, nodes).trimEnd();
  return {
    id: key,
    ...(before === '' ? {} : { prefix: `${before} ${prefixEnd}` }),
    ...(after === '' ? {} : { suffix: `${suffixStart}${/^[\s\p{P}]/u.test(after) ? '' : ' '}${after}` }),
    ...(locator === null ? {} : { locator: locator.value, label: locator.label }),
    ...(suppressAuthor ? { 'suppress-author': true } : {}),
  };
}

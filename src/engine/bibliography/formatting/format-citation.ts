import type { PhrasingContent } from 'mdast';
import type { Citation, CitationContent, CitationItem } from '../../model/nodes.ts';
import type { Cite } from '../citeproc.ts';
import { parseCitationHtml, prefixEnd, suffixStart, toMarkedText } from '../markup.ts';
import type { ClusterPrinter } from './printers.ts';
import type { Style } from '../styles.ts';

/** Formats a citation with a printer that knows all of its works. */
export function formatCitation(
  { mode, items, position }: Citation,
  { style, printCluster, printAuthors }: ClusterPrinter & { style: Style },
): CitationContent[] {
  const nodes: PhrasingContent[] = [];
  const cites = items.map((item) => toCite(item, nodes));
  const text = (value: string): CitationContent[] => (value === '' ? [] : [{ type: 'text', value, position }]);
  const around = (inside: CitationContent[]): CitationContent[] => [
    ...text(style.prefix),
    ...inside,
    ...text(style.suffix),
  ];
  const print = (some: readonly Cite[]): CitationContent[] =>
    parseCitationHtml(printCluster(some), { keys: some.map(({ id }) => id), nodes, position });
  const [first, ...others] = cites;
  if (mode === 'parenthetical' || first === undefined || first['suppress-author'] === true) return around(print(cites));
  const authors = parseCitationHtml(printAuthors(first.id), { keys: [first.id], nodes, position });
  const rest = print([style.dependsOnNeighbours ? first : { ...first, 'suppress-author': true }]);
  if (others.length === 0) return [joinWork([...authors, ...text(' '), ...around(rest)], first.id, position)].flat();
  return [
    joinWork(authors, first.id, position),
    ...text(' '),
    ...around([...rest, ...text(style.delimiter), ...print(others)]),
  ].flat();
}

/** Joins the words and parts of one work into one part. Text after a suffix stays outside it. */
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

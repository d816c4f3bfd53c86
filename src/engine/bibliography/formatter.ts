import type { PhrasingContent } from 'mdast';
import type { Citation, CitationContent, CitationItem } from '../model/nodes.ts';
import { plainText } from '../model/plain-text.ts';
import type { Library } from '../model/work.ts';
import type { Cite } from './citeproc.ts';
import { findConflicts } from './conflicts.ts';
import { parseCitationHtml, parseReferenceHtml, prefixEnd, suffixStart, toMarkedText } from './markup.ts';
import { createPrinters, type Printer } from './printers.ts';
import type { Style } from './styles.ts';

export type FormattedReference = { key: string; children: PhrasingContent[] };

export type Formatter = {
  /** What an essay's citations print, in their order, and its reference list in the style's order. */
  formatEssay: (citations: readonly Citation[]) => { citations: CitationContent[][]; references: FormattedReference[] };
  /** A work's reference by itself. */
  formatReference: (key: string) => PhrasingContent[];
  /** "Kaplan et al., 2020". */
  formatShort: (key: string) => string;
};

export type FormatterOptions = {
  library: Library;
  /** The name of a style that citation-js knows, or the XML of a CSL style. */
  style: string;
  /** As `en-US`. */
  locale: string;
  /** True to format every essay by itself, which costs several times as much: what the shorter way is tested against. */
  eachByItself?: boolean;
};

/**
 * Formats citations and references with citeproc.
 *
 * Works that nothing in an essay is like are printed from one registry for the whole review; only those that
 * disambiguation may print otherwise (same short form, people of one name) get a registry of their own for the essay.
 * Styles in which a work's form depends on its neighbours, as numeric ones, take a registry for every essay.
 *
 * @throws Error where no style has that name, or a key is unknown.
 */
export function createFormatter({ library, style, locale, eachByItself = false }: FormatterOptions): Formatter {
  const printers = createPrinters({ library, style, locale });
  const printed = new Map<string, string>();
  const references = new Map<string, PhrasingContent[]>();
  const separate = eachByItself || printers.style.dependsOnNeighbours;
  const shorts = new Map<string, string>();

  const shortOf = (key: string): string => {
    const known = shorts.get(key) ?? printers.alone().printCluster([{ id: key }]);
    shorts.set(key, known);
    return known;
  };

  const formatReference = (key: string): PhrasingContent[] => {
    const known = references.get(key) ?? withLink(parseReferenceHtml(printers.alone().printReferences().get(key) ?? ''), key, library);
    references.set(key, known);
    return known;
  };

  return {
    formatReference,
    formatShort: (key) => textOf(parseCitationHtml(shortOf(key), { keys: [key], nodes: [], position: undefined })),
    formatEssay: (citations) => {
      const cited = new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)));
      // Letters for works that are alike in everything follow the order of the library; numbers that of the citations.
      const keys = printers.style.dependsOnNeighbours ? [...cited] : [...library.keys()].filter((key) => cited.has(key));
      if (keys.length === 0) return { citations: [], references: [] };
      const conflicts = separate ? new Set(keys) : findConflicts(keys, library, { comparedNames: printers.style.comparedNames, shortOf });
      const touching = citations.filter(({ items }) => items.some(({ key }) => conflicts.has(key)));
      const together = keys.filter((key) => conflicts.has(key) || touching.some(({ items }) => items.some((item) => item.key === key)));
      const among = together.length === 0 ? null : printers.among(together);
      const registry = together.join(' ');
      const formatted = citations.map((citation) => {
        const own = among !== null && citation.items.some(({ key }) => conflicts.has(key));
        return formatCitation(citation, { printer: own ? among : printers.alone(), style: printers.style, registry: own ? registry : '', printed });
      });
      const listed = among?.printReferences() ?? new Map<string, string>();
      const order = separate ? [...listed.keys()] : [...printers.alone().printReferences().keys()].filter((key) => cited.has(key));
      return {
        citations: formatted,
        references: order.map((key) => {
          const html = conflicts.has(key) ? listed.get(key) : undefined;
          return { key, children: html === undefined ? formatReference(key) : withLink(parseReferenceHtml(html), key, library) };
        }),
      };
    },
  };
}

type Printing = { printer: Printer; style: Style; registry: string; printed: Map<string, string> };

function formatCitation({ mode, items, position }: Citation, { printer, style, registry, printed }: Printing): CitationContent[] {
  const nodes: PhrasingContent[] = [];
  const cites = items.map((item) => toCite(item, nodes));
  const print = (some: readonly Cite[]): CitationContent[] => {
    const id = `${registry}|${JSON.stringify(some)}`;
    const html = printed.get(id) ?? printer.printCluster(some);
    printed.set(id, html);
    return parseCitationHtml(html, { keys: some.map((cite) => cite.id), nodes, position });
  };
  const text = (value: string): CitationContent[] => (value === '' ? [] : [{ type: 'text', value, position }]);
  const around = (inside: CitationContent[]): CitationContent[] => [...text(style.prefix), ...inside, ...text(style.suffix)];
  const [first, ...others] = cites;
  if (mode === 'parenthetical' || first === undefined || first['suppress-author'] === true) return around(print(cites));
  const authors = parseCitationHtml(printer.printAuthors(first.id), { keys: [first.id], nodes, position });
  const rest = print([style.dependsOnNeighbours ? first : { ...first, 'suppress-author': true }]);
  if (others.length === 0) return [joinWork([...authors, ...text(' '), ...around(rest)], first.id, position)].flat();
  return [joinWork(authors, first.id, position), ...text(' '), ...around([...rest, ...text(style.delimiter), ...print(others)])].flat();
}

/** Words and parts of one work as one part; what follows a suffix stays outside. */
function joinWork(content: readonly CitationContent[], key: string, position: Citation['position']): CitationContent[] {
  const children = content.flatMap((node) => (node.type === 'citedWork' ? node.children : [node]));
  return children.some((child) => child.type === 'link') ? [...content] : [{ type: 'citedWork', key, children, position }];
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

/** A reference without a link gets the work's own. */
function withLink(children: PhrasingContent[], key: string, library: Library): PhrasingContent[] {
  const link = library.get(key)?.link ?? null;
  if (link === null || children.some((child) => child.type === 'link')) return children;
  return [...children, { type: 'text', value: ' ' }, { type: 'link', url: link, children: [{ type: 'text', value: link }] }];
}

const textOf = (content: readonly CitationContent[]): string => content.map((node) => plainText(node)).join('');

import type { PhrasingContent } from 'mdast';
import type { Citation, CitationContent } from '../../model/nodes.ts';
import type { Library } from '../../model/work.ts';
import { parseReferenceHtml } from '../markup.ts';
import { formatCitation } from './format-citation.ts';
import { createPrinters, type PrintersOptions } from './printers.ts';

export type FormattedReference = { key: string; children: PhrasingContent[] };

export type Formatter = {
  /** Formats an essay's citations, in their order, and its reference list, in the style's order. */
  formatEssay: (citations: readonly Citation[]) => { citations: CitationContent[][]; references: FormattedReference[] };
};

/**
 * Creates a formatter that uses a separate registry for each essay. The output of every other formatter must equal its
 * output.
 */
export function createReferenceFormatter(options: PrintersOptions): Formatter {
  const { style, inContext } = createPrinters(options);
  return {
    formatEssay(citations) {
      const cited = citedKeys(citations);
      if (cited.length === 0) return { citations: citations.map(() => []), references: [] };
      const printer = inContext(style.dependsOnNeighbours ? cited : inOrderOf(options.library, cited));
      return {
        citations: citations.map((citation) => formatCitation(citation, { style, ...printer })),
        references: [...printer.printReferences()].map(([key, html]) => ({
          key,
          children: formatReference(html, options.library.get(key)?.link ?? null),
        })),
      };
    },
  };
}

/**
 * Returns the keys that citations name, without duplicates, in the order of the text. Numeric styles number works in
 * this order.
 */
export const citedKeys = (citations: readonly Citation[]): string[] => [
  ...new Set(citations.flatMap(({ items }) => items.map(({ key }) => key))),
];

/** Returns keys in the order of the library. It decides the letters after years if works are otherwise equal. */
export function inOrderOf(library: Library, keys: readonly string[]): string[] {
  const wanted = new Set(keys);
  return [...library.keys()].filter((key) => wanted.has(key));
}

/** Converts a reference's HTML to mdast. If it contains no link, the work's link is added. */
export function formatReference(html: string, link: string | null): PhrasingContent[] {
  const children = parseReferenceHtml(html);
  if (link === null || children.some((child) => child.type === 'link')) return children;
  return [
    ...children,
    { type: 'text', value: ' ' },
    { type: 'link', url: link, children: [{ type: 'text', value: link }] },
  ];
}

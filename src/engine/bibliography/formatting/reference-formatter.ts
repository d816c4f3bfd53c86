import type { PhrasingContent } from 'mdast';
import type { Citation, CitationContent } from '../../model/nodes.ts';
import type { Library } from '../../model/work.ts';
import { parseReferenceHtml } from '../markup.ts';
import { formatCitation } from './format-citation.ts';
import { createPrinters, type PrintersOptions } from './printers.ts';

export type FormattedReference = { key: string; children: PhrasingContent[] };

export type Formatter = {
  /** What an essay's citations print, in their order, and its reference list in the style's order. */
  formatEssay: (citations: readonly Citation[]) => { citations: CitationContent[][]; references: FormattedReference[] };
};

/** Formats each essay from a registry of its own: what every other way of formatting has to equal. */
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

/** The keys that citations name, each once, in the order of the text: that of a numeric style's numbers. */
export const citedKeys = (citations: readonly Citation[]): string[] => [
  ...new Set(citations.flatMap(({ items }) => items.map(({ key }) => key))),
];

/** Keys in the order of the library, which the letters of years follow where works are alike in everything. */
export function inOrderOf(library: Library, keys: readonly string[]): string[] {
  const wanted = new Set(keys);
  return [...library.keys()].filter((key) => wanted.has(key));
}

/** A reference's HTML as mdast; one without a link gets the work's own. */
export function formatReference(html: string, link: string | null): PhrasingContent[] {
  const children = parseReferenceHtml(html);
  if (link === null || children.some((child) => child.type === 'link')) return children;
  return [
    ...children,
    { type: 'text', value: ' ' },
    { type: 'link', url: link, children: [{ type: 'text', value: link }] },
  ];
}

import { plainText } from '../../model/plain-text.ts';
import type { FormattedWork } from '../../model/review.ts';
import { parseCitationHtml } from '../markup.ts';
import { createPrinters, type PrintersOptions } from './printers.ts';
import { formatReference } from './reference-formatter.ts';

/** A work in isolation: its citation, in HTML with markers and as plain text, and its reference. */
export type PrintedWork = FormattedWork & { html: string };

/** Works in isolation by key, in the order of the style's reference list. */
export type PrintedLibrary = ReadonlyMap<string, PrintedWork>;

/**
 * Prints each work of a library as if it were the only one. In a numeric style, its number is that of the whole
 * library.
 */
export function printLibrary(options: PrintersOptions): PrintedLibrary {
  const { library } = options;
  if (library.size === 0) return new Map();
  const printer = createPrinters(options).isolated([...library.keys()]);
  return new Map(
    [...printer.printReferences()].map(([key, reference]) => {
      const html = printer.printCluster([{ id: key }]);
      const content = parseCitationHtml(html, { keys: [key], nodes: [], position: undefined });
      const short = content.map((node) => plainText(node)).join('');
      return [key, { html, short, reference: formatReference(reference, library.get(key)?.link ?? null) }];
    }),
  );
}

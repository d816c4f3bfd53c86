export { checkStyle } from './check-style.ts';
export { entryHash } from './entry-hash.ts';
export { createFormatter } from './formatting/formatter.ts';
export { printLibrary, type PrintedLibrary, type PrintedWork } from './formatting/print-library.ts';
export { createReferenceFormatter, type Formatter, type FormattedReference } from './formatting/reference-formatter.ts';
export { formatRis } from './format-ris.ts';
export { identify, parseIdentifier, type Source } from './identify.ts';
export { parseArxiv, parseDoi, plainAddress } from './identifiers.ts';
export {
  freeze,
  parseBibliography,
  readRawEntries,
  type BibliographyFile,
  type ParsedBibliography,
} from './parse-bibliography.ts';
export type { PrintersOptions } from './formatting/printers.ts';
export { createSilentFormatter } from './formatting/silent-formatter.ts';
export { containsLoneDollar, printAccents } from './titles.ts';

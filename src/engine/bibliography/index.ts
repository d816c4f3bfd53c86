export { checkStyle } from './check-style.ts';
export { createFormatter, type Formatter, type FormattedReference } from './formatter.ts';
export { createSilentFormatter } from './silent-formatter.ts';
export { freeze, parseBibliography, readWrittenEntries, type BibliographyFile, type ParsedBibliography } from './parse-bibliography.ts';

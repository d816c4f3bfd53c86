export { checkStyle } from './check-style.ts';
export { createFormatter, type Formatter, type FormattedReference, type PrintedLibrary, type PrintedWork } from './formatter.ts';
export { freeze, parseBibliography, type BibliographyFile, type ParsedBibliography } from './parse-bibliography.ts';

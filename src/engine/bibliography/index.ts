export { checkStyle } from './check-style.ts';
export { createEngines, type Engines } from './citeproc.ts';
export {
  createFormatter,
  type Formatter,
  type FormattedReference,
  type PrintedLibrary,
  type PrintedTogether,
  type PrintedWork,
} from './formatter.ts';
export { parseArxiv, parseDoi, plainAddress } from './identifiers.ts';
export {
  freeze,
  parseBibliography,
  readWrittenEntries,
  type BibliographyFile,
  type ParsedBibliography,
} from './parse-bibliography.ts';
export { createSilentFormatter } from './silent-formatter.ts';
export { holdsLoneDollar, printAccents } from './titles.ts';

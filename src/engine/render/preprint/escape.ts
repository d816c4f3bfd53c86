import { accents, isPrintable, textCommands } from './characters.ts';
import { mathCommands } from './math-characters.ts';

type EscapeOptions = {
  /** Whether text is code, in which every space is preserved and quotes are straight. */
  isCode?: boolean;
  /** Called with each character that `pdflatex` cannot print. */
  onUnprintable: (character: string) => void;
};

/** Matches units to escape: a character with its accents, and sequences that TeX turns into ligatures. */
const units = /[\\{}$&#%_^~<>|"`[\]\t]|-+|,+|'+| +|[^\0-\x7f]\p{M}*|[a-z]\p{M}+/giu;

/** Words that may break after punctuation, because hyphenation does not cover them. */
const longWord = /[^\s]{24,}/g;
const breakAfter = /[/.\-_=?&:,+]+(?=[^\s/.\-_=?&:,+])/g;
/** Placeholder for a possible break of a long word. */
const breakMark = '\u{E000}';

/** Escapes plain text for TeX. THE place where text is escaped. */
export function escapeTex(text: string, options: EscapeOptions): string {
  const marked = text
    .replaceAll(breakMark, '')
    .normalize('NFC')
    .replace(longWord, (word) => word.replace(breakAfter, (signs) => signs + breakMark));
  return marked.replace(units, (unit) => escapeUnit(unit, options));
}

function escapeUnit(unit: string, options: EscapeOptions): string {
  const [first = ''] = unit;
  if (unit === breakMark) return '\\allowbreak{}';
  if (first === ' ') return options.isCode === true ? '\\ '.repeat(unit.length) : ' ';
  if (first === "'" && options.isCode === true) return '\\textquotesingle{}'.repeat(unit.length);
  if (first === '-' || first === ',' || first === "'") return Array.from(unit).join('{}');
  return escapeCharacter(unit, options);
}

/** Escapes a character, with or without combining accents. */
function escapeCharacter(unit: string, { onUnprintable }: EscapeOptions): string {
  const [base = '', ...marks] = unit;
  const plain = textCommands[base] ?? (isPrintable(base) ? base : (mathCommandOf(base) ?? accented(base)));
  if (plain === null || marks.some((mark) => accents[mark] === undefined && textCommands[mark] === undefined)) {
    onUnprintable(unit);
    return `{[}${Array.from(unit, codeOf).join(' ')}{]}`;
  }
  return marks.reduce((word, mark) => (accents[mark] === undefined ? word : `${accents[mark]}{${word}}`), plain);
}

const mathCommandOf = (character: string): string | null => {
  const command = mathCommands.get(character);
  return command === undefined ? null : `\\ensuremath{${command}}`;
};

/** Decomposes a letter that T1 lacks, for example to `\.{z}`; null if an accent is not known. */
function accented(character: string): string | null {
  const [base = '', ...marks] = character.normalize('NFD');
  if (marks.length === 0 || !isPrintable(base) || marks.some((mark) => accents[mark] === undefined)) return null;
  return marks.reduce((word, mark) => `${accents[mark]}{${word}}`, base);
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Escapes an address for `\href`: TeX syntax is percent-encoded, or escaped by a backslash. */
export const escapeUrl = (url: string): string =>
  url.replace(/[\\{}^|"<>`$~\s[\]]|[^\0-\x7f]+/g, encode).replace(/[%#&_]/g, '\\$&');

/** Encodes text for a URL. Unpaired surrogates cannot be encoded, so they are replaced. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replace('~', '%7E');

/** Returns a name for `\label` and `\hypertarget`: ASCII letters, digits, hyphens, full stops and colons. Injective. */
export const toLabel = (...parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[^a-zA-Z0-9-]/gu, (character) => `.${codeOf(character).slice(2)}.`)).join(':');

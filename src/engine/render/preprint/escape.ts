import { accents, isPrintable, textCommands } from './characters.ts';
import { mathCommands } from './math-characters.ts';

type EscapeOptions = {
  /** Code keeps every space and straight quotes. */
  isCode?: boolean;
  /** Is told of each character that `pdflatex` cannot print. */
  onUnprintable: (character: string) => void;
};

/** What has to be read together: a character with its accents, and signs of which TeX makes ligatures. */
const units = /[\\{}$&#%_^~<>|"`[\]\t]|-+|,+|'+| +|[^\0-\x7f]\p{M}*|[a-z]\p{M}+/giu;

/** Words longer than this may break after a sign, for their hyphens are not known. */
const longWord = /[^\s]{24,}/g;
const breakAfter = /[/.\-_=?&:,+]+(?=[^\s/.\-_=?&:,+])/g;
/** Stands for a point at which a long word may break. */
const breakMark = '\u{E000}';

/** Plain text as TeX that prints it. THE place where text is escaped. */
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

/** A character, maybe with combining accents. */
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

/** A letter that T1 lacks as its parts, such as `\.{z}`; null where an accent is not known. */
function accented(character: string): string | null {
  const [base = '', ...marks] = character.normalize('NFD');
  if (marks.length === 0 || !isPrintable(base) || marks.some((mark) => accents[mark] === undefined)) return null;
  return marks.reduce((word, mark) => `${accents[mark]}{${word}}`, base);
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** An address for `\href`: what TeX would read is percent-encoded, or has a backslash. */
export const escapeUrl = (url: string): string =>
  url.replace(/[\\{}^|"<>`$~\s[\]]|[^\0-\x7f]+/g, encode).replace(/[%#&_]/g, '\\$&');

/** Unpaired surrogates have no encoding. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replace('~', '%7E');

/** A name for `\label` and `\hypertarget`: ASCII letters, digits and hyphens, the same only for the same parts. */
export const toLabel = (...parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[^a-zA-Z0-9-]/gu, (character) => `.${codeOf(character).slice(2)}.`)).join(':');

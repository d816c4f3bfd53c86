import type { ElementContent } from 'hast';
import type { Position } from 'unist';
import { foldTex } from '../../engine/model/tex.ts';

/**
 * What a reader takes from one paragraph, heading, cell or the like, whatever it was written in.
 *
 * `text` has its white space folded and marks such as `‹formula x^2›` or `‹link Kaplan → https://…›` for what is not
 * words. `within` names what it stands in, outermost first; `position` is known of an essay's blocks alone, and `at`, the
 * node that it is or begins with, of a post's.
 */
export type Block = {
  kind: string;
  within: readonly string[];
  text: string;
  position?: Position | undefined;
  at?: ElementContent | undefined;
};

/** Collects blocks in reading order; the blocks of footnotes come last, in the order of their first calls. */
export type Gathering = {
  readonly blocks: Block[];
  write: (block: Block) => void;
  /** The mark of a footnote's call; `read` gathers its body, once for each id. */
  call: (id: string, read: (within: readonly string[]) => void) => string;
  /** The number of a footnote that was called before; null where it was not. */
  numberOf: (id: string) => number | null;
  /** Gathers the bodies of the footnotes that were called. */
  finish: () => void;
};

export function createGathering(): Gathering {
  const blocks: Block[] = [];
  const numbers = new Map<string, number>();
  const bodies: (() => void)[] = [];
  return {
    blocks,
    write: (block) => {
      const text = block.kind.startsWith('code') ? block.text.replaceAll('\u2060', '') : foldSpaces(block.text);
      // Of a paragraph without words a reader takes nothing.
      if (text !== '' || block.kind !== 'paragraph') blocks.push({ ...block, text });
    },
    call: (id, read) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      if (!numbers.has(id)) bodies.push(() => read([`footnote ${number}`]));
      numbers.set(id, number);
      return mark('footnote', String(number));
    },
    numberOf: (id) => numbers.get(id) ?? null,
    finish: () => {
      // A body may call others, which then come after it.
      for (const read of bodies) read();
    },
  };
}

/** "code in python". */
export const nameCode = (language: string | null | undefined): string =>
  language === null || language === undefined || language === '' ? 'code' : `code in ${language}`;

/** "cell in row 2, column 1, right"; rows and columns count from 1. */
export const nameCell = ({ row, column, align }: { row: number; column: number; align: string | null }): string =>
  `cell in row ${row}, column ${column}${align === null ? '' : `, ${align}`}`;

/** What is not words, among words. */
export const mark = (kind: string, value: string): string => `‹${kind} ${value}›`;

export const markLink = (text: string, url: string): string =>
  mark('link', `${foldSpaces(text)} → ${spellAddress(url)}`);

/** An address in one spelling. */
export function spellAddress(url: string): string {
  const encoded = url.replace(/[[\]\\^|`{}"<> ]/g, encodeURIComponent);
  return URL.parse(encoded)?.href ?? encoded;
}

/** TeX in one spelling: on one line and without comments. */
export const markFormula = (tex: string, display: boolean): string =>
  mark(display ? 'display formula' : 'formula', foldSpaces(foldTex(tex)));

/** How letters look beside being what they are: sorted, each at most once. */
export type Style = readonly ('emphasis' | 'strong' | 'struck')[];

const signs = { emphasis: '\u{E020}', strong: '\u{E021}', struck: '\u{E022}' } as const;

/** A style with one more to it. */
export const addStyle = (style: Style, added: Style[number]): Style => [...new Set([...style, added])].toSorted();

/** Words in a style: each character is followed by its signs, so that it does not matter where an element begins or ends. */
export function markStyle(text: string, style: Style): string {
  const after = style.map((name) => signs[name]).join('');
  return after === '' ? text : text.replace(/[^\s\u2060]/gu, (character) => character + after);
}

const written = { [signs.emphasis]: '*', [signs.strong]: '**', [signs.struck]: '~~' } as const;

/** Marked text as people read it in a message: `*emphasis*`, `**strong**`, `~~struck~~`. */
export const showStyles = (text: string): string =>
  Object.entries(written)
    .reduce((shown, [sign, marks]) => {
      const run = new RegExp(
        `[^\\s\\u{E020}-\\u{E022}][\\u{E020}-\\u{E022}]*${sign}[\\u{E020}-\\u{E022}]*(?:\\s*[^\\s\\u{E020}-\\u{E022}][\\u{E020}-\\u{E022}]*${sign}[\\u{E020}-\\u{E022}]*)*`,
        'gu',
      );
      return shown.replace(run, (found) => `${marks}${found.replaceAll(sign, '')}${marks}`);
    }, text)
    .replace(/[\u{E020}-\u{E022}]/gu, '');

/** White space folded, and without the word joiners that keep the forum's rules off our text. */
const foldSpaces = (text: string): string =>
  unfolded.test(text)
    ? text
        .replaceAll('\u2060', '')
        .replace(/\s+/g, ' ')
        .replace(/ ?(‹line break›) ?/g, '$1')
        .trim()
    : text;

const unfolded = /^ | $| {2}|‹line break›|\u2060|[^\S ]/;

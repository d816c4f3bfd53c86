import type { ElementContent } from 'hast';
import type { Position } from 'unist';
import { foldTex } from '../../engine/model/tex.ts';

/**
 * A paragraph, heading, cell or similar in the normal form, in which essays and posts are compared.
 *
 * `text` has its white space collapsed, and marks such as `‹formula x^2›` or `‹link Kaplan → https://…›` for everything
 * except plain text. `within` names its ancestors, outermost first. Only an essay's blocks have a `position`. Only a
 * post's blocks have `at`, the first node of the block.
 */
export type Block = {
  kind: string;
  within: readonly string[];
  text: string;
  position?: Position | undefined;
  at?: ElementContent | undefined;
};

/** Collects blocks in reading order. Blocks of footnotes come last, in the order of their first references. */
export type Collector = {
  readonly blocks: Block[];
  add: (block: Block) => void;
  /**
   * Returns the mark of a reference to a footnote. `addBody` adds the blocks of its body, and is called once for each
   * id.
   */
  addFootnote: (id: string, addBody: (within: readonly string[]) => void) => string;
  /** Returns the number of a footnote with an earlier reference, or null. */
  footnoteNumber: (id: string) => number | null;
  /** Adds the bodies of the footnotes. */
  finish: () => void;
};

export function createCollector(): Collector {
  const blocks: Block[] = [];
  const numbers = new Map<string, number>();
  const bodies: (() => void)[] = [];
  return {
    blocks,
    add: (block) => {
      const text = block.kind.startsWith('code') ? block.text.replaceAll('\u2060', '') : foldSpaces(block.text);
      // An empty paragraph is not visible.
      if (text !== '' || block.kind !== 'paragraph') blocks.push({ ...block, text });
    },
    addFootnote: (id, addBody) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      if (!numbers.has(id)) bodies.push(() => addBody([`footnote ${number}`]));
      numbers.set(id, number);
      return mark('footnote', String(number));
    },
    footnoteNumber: (id) => numbers.get(id) ?? null,
    finish: () => {
      // A body may refer to further footnotes, which are added to `bodies` during the loop.
      for (const addBody of bodies) addBody();
    },
  };
}

/** For example "code in python". */
export const nameCode = (language: string | null | undefined): string =>
  language === null || language === undefined || language === '' ? 'code' : `code in ${language}`;

/** For example "cell in row 2, column 1, right". Rows and columns count from 1. */
export const nameCell = ({ row, column, align }: { row: number; column: number; align: string | null }): string =>
  `cell in row ${row}, column ${column}${align === null ? '' : `, ${align}`}`;

/** Returns a mark in a block's text for something other than plain text. */
export const mark = (kind: string, value: string): string => `‹${kind} ${value}›`;

export const markLink = (text: string, url: string): string =>
  mark('link', `${foldSpaces(text)} → ${spellAddress(url)}`);

/** Returns an address in a normalized spelling. */
export function spellAddress(url: string): string {
  const encoded = url.replace(/[[\]\\^|`{}"<> ]/g, encodeURIComponent);
  return URL.parse(encoded)?.href ?? encoded;
}

/** Returns the mark of a formula, with its TeX normalized: on one line and without comments. */
export const markFormula = (tex: string, display: boolean): string =>
  mark(display ? 'display formula' : 'formula', foldSpaces(foldTex(tex)));

/** The styles of a text, sorted and without duplicates. */
export type Style = readonly ('emphasis' | 'strong' | 'struck')[];

const signs = { emphasis: '\u{E020}', strong: '\u{E021}', struck: '\u{E022}' } as const;

/** Adds a style to a set of styles. */
export const addStyle = (style: Style, added: Style[number]): Style => [...new Set([...style, added])].toSorted();

/** Adds the signs of its styles after each character, so that element boundaries do not affect the comparison. */
export function markStyle(text: string, style: Style): string {
  const after = style.map((name) => signs[name]).join('');
  return after === '' ? text : text.replace(/[^\s\u2060]/gu, (character) => character + after);
}

const markdownSigns = { [signs.emphasis]: '*', [signs.strong]: '**', [signs.struck]: '~~' } as const;

/** Formats marked text for a message: `*emphasis*`, `**strong**`, `~~struck~~`. */
export const formatStyles = (text: string): string =>
  Object.entries(markdownSigns)
    .reduce((formatted, [sign, markdownSign]) => {
      const run = new RegExp(
        `[^\\s\\u{E020}-\\u{E022}][\\u{E020}-\\u{E022}]*${sign}[\\u{E020}-\\u{E022}]*(?:\\s*[^\\s\\u{E020}-\\u{E022}][\\u{E020}-\\u{E022}]*${sign}[\\u{E020}-\\u{E022}]*)*`,
        'gu',
      );
      return formatted.replace(run, (match) => `${markdownSign}${match.replaceAll(sign, '')}${markdownSign}`);
    }, text)
    .replace(/[\u{E020}-\u{E022}]/gu, '');

/** Collapses white space, and removes the word joiners that protect text from the forum's rules. */
const foldSpaces = (text: string): string =>
  unfolded.test(text)
    ? text
        .replaceAll('\u2060', '')
        .replace(/\s+/g, ' ')
        .replace(/ ?(‹line break›) ?/g, '$1')
        .trim()
    : text;

const unfolded = /^ | $| {2}|‹line break›|\u2060|[^\S ]/;

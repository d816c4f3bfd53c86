import type { Position } from 'unist';

/**
 * What a reader takes from one paragraph, heading, cell or the like, whatever it was written in.
 *
 * `text` has its white space folded and marks such as `‹formula x^2›` or `‹link Kaplan → https://…›` for what is not
 * words. `within` names what it stands in, outermost first; `position` is known of an essay's blocks alone.
 */
export type Block = { kind: string; within: readonly string[]; text: string; position?: Position | undefined };

/** Collects blocks in reading order; a footnote's blocks follow the block that calls it first. */
export type Gathering = {
  readonly blocks: Block[];
  write: (block: Block) => void;
  /** Adds words to the last block. */
  append: (text: string) => void;
  /** The mark of a footnote's call; `read` gathers its body, once for each id. */
  call: (id: string, read: (within: readonly string[]) => void) => string;
  /** Reads the bodies of the footnotes that were called since the last block. */
  readCalled: () => void;
};

export function createGathering(): Gathering {
  const blocks: Block[] = [];
  const numbers = new Map<string, number>();
  const waiting: (() => void)[] = [];
  const readCalled = (): void => {
    for (const read of waiting.splice(0)) read();
  };
  return {
    blocks,
    readCalled,
    write: (block) => {
      blocks.push({ ...block, text: block.kind === 'code' ? block.text : foldSpaces(block.text) });
      readCalled();
    },
    append: (text) => {
      const last = blocks.at(-1);
      if (last !== undefined) last.text = foldSpaces(last.text + text);
    },
    call: (id, read) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      if (!numbers.has(id)) waiting.push(() => read([`footnote ${number}`]));
      numbers.set(id, number);
      return mark('footnote', String(number));
    },
  };
}

/** What is not words, among words. */
export const mark = (kind: string, value: string): string => `‹${kind} ${value}›`;

export const markLink = (text: string, url: string): string => mark('link', `${foldSpaces(text)} → ${URL.parse(url)?.href ?? url}`);

/** TeX in one spelling: on one line, without comments, a bar as `|`. */
export function markFormula(tex: string, display: boolean): string {
  const bars = tex.replace(/\\Vert\{\}/g, '\\|').replace(/\\vert\{\}/g, '|');
  return mark(display ? 'display formula' : 'formula', foldSpaces(bars.replace(/(?<!\\)%.*$/gm, '')));
}

/** White space folded, and without the word joiners that keep the forum's rules off our text. */
const foldSpaces = (text: string): string =>
  text
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(‹line break›) ?/g, '$1')
    .trim();

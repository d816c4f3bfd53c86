import type { Construct, State, TokenizeContext } from 'micromark-util-types';
import { lengthsOfClosed } from './scan.ts';

/** Balanced brackets, and the next two characters, which are empty at the end of the text. */
export type Brackets = { text: string; next: string; nextButOne: string };

/** The characters that a lookahead has collected. */
type Collected = { text: string };

export const createCollected = (): Collected => ({ text: '' });

/** First characters of brackets that are a footnote or another citation, not a link reference. */
const beginnings: ReadonlySet<string> = new Set(['^', '@', '-']);

/**
 * Reports whether brackets are a link text: `[text](…)` and `[text][…]` are; `[@key][^1]` is a citation and a footnote.
 */
export const isLinkText = ({ next, nextButOne }: Brackets): boolean =>
  next === '(' || (next === '[' && !beginnings.has(nextButOne));

/** Returns the character of a code. Negative codes of micromark are line endings (below -2) and tabs or spaces. */
function charOf(code: number): string {
  if (code < -2) return '\n';
  return code < 0 ? ' ' : String.fromCharCode(code);
}

/** The text from its first bracket to its end. It is read once for all brackets, to avoid quadratic time. */
type Rest = {
  text: string;
  /** Index in `text` of each bracket, by its offset in the file. */
  indexes: Map<number, number>;
  lengths: Uint32Array;
};

/** Finds the end of the current brackets. */
export type BracketSearch = {
  /** Reads the current text to its end, unless already read, and continues with `then` at the bracket. */
  read: (context: TokenizeContext, effects: Effects, then: State) => State;
  /** Returns the current brackets after `read`; null if they do not close. */
  bracketsAt: (context: TokenizeContext) => Brackets | null;
};

type Effects = Parameters<Construct['tokenize']>[0];

export function createBracketSearch(): BracketSearch {
  const rests = new WeakMap<TokenizeContext, Rest>();
  return {
    read(context, effects, then) {
      if (rests.has(context)) return then;
      const indexes = new Map<number, number>();
      const collected = createCollected();
      const saveRest: State = (code) => {
        rests.set(context, { text: collected.text, indexes, lengths: lengthsOfClosed(collected.text) });
        return then(code);
      };
      return effects.check(collectRest(collected, indexes), saveRest, saveRest);
    },
    bracketsAt(context) {
      const { text, indexes, lengths } = rests.get(context) ?? noRest;
      const index = indexes.get(context.now().offset) ?? text.length;
      const end = index + (lengths[index] ?? 0);
      if (end === index) return null;
      return { text: text.slice(index, end), next: text.charAt(end), nextButOne: text.charAt(end + 1) };
    },
  };
}

const noRest: Rest = { text: '', indexes: new Map(), lengths: new Uint32Array() };

/** Creates a lookahead to the end of the current text. */
function collectRest(collected: Collected, indexes: Map<number, number>): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      effects.enter('data');
      const more: State = (code) => {
        if (code === null) {
          effects.exit('data');
          return ok(code);
        }
        if (code === 91) indexes.set(this.now().offset, collected.text.length);
        collected.text += charOf(code);
        effects.consume(code);
        return more;
      };
      return more;
    },
  };
}

/** Creates a lookahead to the end of the current word, at most about 500 characters. */
export function collectWord(collected: Collected): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      effects.enter('data');
      const more: State = (code) => {
        if (code === null || code < 0 || code === 32 || collected.text.length > 500) {
          effects.exit('data');
          return ok(code);
        }
        collected.text += charOf(code);
        effects.consume(code);
        return more;
      };
      return more;
    },
  };
}

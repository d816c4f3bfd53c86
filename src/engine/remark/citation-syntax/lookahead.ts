import type { Construct, State, TokenizeContext } from 'micromark-util-types';
import { lengthsOfClosed } from './scan.ts';

/** Brackets that close, and the two characters after them: empty where the text ends. */
export type Brackets = { text: string; next: string; nextButOne: string };

/** What a look ahead collects: characters of the text at hand. */
type Collected = { text: string };

export const createCollected = (): Collected => ({ text: '' });

/** Characters with which a bracket begins that is a footnote or another citation, and no address. */
const beginnings: ReadonlySet<string> = new Set(['^', '@', '-']);

/** `[text](…)` and `[text][…]` are links; `[@key][^1]` is a citation and a footnote. */
export const isLinkText = ({ next, nextButOne }: Brackets): boolean =>
  next === '(' || (next === '[' && !beginnings.has(nextButOne));

const charOf = (code: number): string => (code < -2 ? '\n' : code < 0 ? ' ' : String.fromCharCode(code));

/** A text from its first bracket to its end: read once for all of its brackets, or the time would be quadratic. */
type Rest = {
  text: string;
  /** For each bracket, by its offset in the file: where it stands in `text`. */
  indexes: Map<number, number>;
  lengths: Uint32Array;
};

/** Finds where the bracket at hand closes. */
export type BracketSearch = {
  /** Reads the text at hand to its end, unless it was read before; goes on with `then` at the bracket. */
  read: (context: TokenizeContext, effects: Effects, then: State) => State;
  /** The brackets at hand, once the text is read; null where they do not close. */
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
      const keep: State = (code) => {
        rests.set(context, { text: collected.text, indexes, lengths: lengthsOfClosed(collected.text) });
        return then(code);
      };
      return effects.check(collectRest(collected, indexes), keep, keep);
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

/** Looks ahead to the end of the text at hand. */
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

/** Looks ahead to the end of the word at hand, or of the braces that stand in it. */
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

import type { Code, Construct, State } from 'micromark-util-types';
import { lengthOfClosed } from './scan.ts';

/** `[text](…)`, `[text][…]` and `[text]: …` are links and definitions. */
export const isAddress = (next: Code): boolean => next === 40 || next === 91 || next === 58;

/** What a look ahead has found: the text, and the character after it. */
export type Collected = { text: string; next: Code };

const charOf = (code: number): string => (code < -2 ? '\n' : code < 0 ? ' ' : String.fromCharCode(code));

/** Looks ahead to the bracket that closes the one at hand. */
export function collectBrackets(collected: Collected): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      effects.enter('data');
      const more: State = (code) => {
        if (code === null) return leave(nok)(code);
        collected.text += charOf(code);
        effects.consume(code);
        if (code === 93 && isClosed(collected.text)) return after;
        return more;
      };
      const after: State = (code) => {
        collected.next = code;
        return leave(ok)(code);
      };
      const leave = (state: State): State => (code) => {
        effects.exit('data');
        return state(code);
      };
      return more;
    },
  };
}

const isClosed = (text: string): boolean => lengthOfClosed(text, 0) === text.length;

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

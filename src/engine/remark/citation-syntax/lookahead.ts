import type { Code, Construct, State } from 'micromark-util-types';
import { lengthOfClosed } from './scan.ts';

const codes = { parenthesis: 40, bracket: 91 } as const;

/** Characters with which a bracket begins that is a footnote or another citation, and no address: `^`, `@`, `-`. */
const beginnings: ReadonlySet<Code> = new Set([94, 64, 45]);

/** What a look ahead has found: the text, and the two characters after it. */
export type Collected = { text: string; next: Code; nextButOne: Code };

export const createCollected = (): Collected => ({ text: '', next: null, nextButOne: null });

/** `[text](…)` and `[text][…]` are links; `[@key][^1]` is a citation and a footnote. */
export const isLinkText = ({ next, nextButOne }: Collected): boolean =>
  next === codes.parenthesis || (next === codes.bracket && !beginnings.has(nextButOne));

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
        if (code !== codes.bracket) return leave(ok)(code);
        effects.consume(code);
        return afterBracket;
      };
      const afterBracket: State = (code) => {
        collected.nextButOne = code;
        return leave(ok)(code);
      };
      const leave =
        (state: State): State =>
        (code) => {
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

import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { lengthOfKey, parseGroup, parseTail, type Part, type PartType } from './grammar.ts';
import { lengthOfClosed } from './scan.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
    citationKey: 'citationKey';
    citationLocator: 'citationLocator';
    citationMarker: 'citationMarker';
    citationPrefix: 'citationPrefix';
    citationSeparator: 'citationSeparator';
    citationSuffix: 'citationSuffix';
    citationTail: 'citationTail';
  }
}

const codes = { at: 64, dash: 45, open: 91 } as const;

const tokenOf = {
  marker: 'citationMarker',
  prefix: 'citationPrefix',
  key: 'citationKey',
  locator: 'citationLocator',
  suffix: 'citationSuffix',
  separator: 'citationSeparator',
} as const satisfies Record<PartType, string>;

/** The micromark extension: `[…@key…]` and `@key […]` as tokens, whose prefixes and suffixes are read as text again. */
export function citationSyntax(): Extension {
  return {
    text: {
      [codes.open]: { name: 'citationGroup', tokenize: tokenizeGroup },
      [codes.at]: { name: 'citationInText', tokenize: tokenizeInText, previous: mayPrecede },
      [codes.dash]: { name: 'citationInText', tokenize: tokenizeInText, previous: mayPrecede },
    },
  };
}

/** No e-mail address, no handle in a URL: what stands before `@key` is no letter, digit, `_`, `/`, `@` or `\`. */
function mayPrecede(this: TokenizeContext, code: Code): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}_/@\\]/u.test(String.fromCodePoint(code));
}

const tokenizeGroup: Tokenizer = function (effects, ok, nok) {
  return (code) => {
    const collected: Collected = { text: '', next: null };
    const decide: State = (at) => {
      const parts = collected.text === '' || isAddress(collected.next) ? null : parseGroup(collected.text);
      if (parts === null) return nok(at);
      effects.enter('citation');
      return consumeParts(effects, parts, (after) => {
        effects.exit('citation');
        return ok(after);
      })(at);
    };
    return effects.check(collectBrackets(collected), decide, nok)(code);
  };
};

const tokenizeInText: Tokenizer = function (effects, ok, nok) {
  return (code) => {
    const collected: Collected = { text: '', next: null };
    const decide: State = (at) => {
      const length = lengthOfKey(collected.text);
      if (length === 0) return nok(at);
      effects.enter('citation');
      return consumeParts(effects, [{ type: 'key', length }], tail)(at);
    };
    const finish: State = (at) => {
      effects.exit('citation');
      return ok(at);
    };
    const tail: State = (at) => effects.attempt({ tokenize: tokenizeTail, partial: true }, finish, finish)(at);
    return effects.check(collectWord(collected), decide, nok)(code);
  };
};

const tokenizeTail: Tokenizer = function (effects, ok, nok) {
  const start: State = (code) => {
    if (code !== 32 && code !== -1 && code !== -2) return nok(code);
    effects.enter('citationTail');
    effects.enter('whitespace');
    effects.consume(code);
    effects.exit('whitespace');
    return brackets;
  };
  const brackets: State = (code) => {
    if (code !== codes.open) return nok(code);
    const collected: Collected = { text: '', next: null };
    const decide: State = (at) => {
      const parts = isAddress(collected.next) ? null : parseTail(collected.text);
      if (parts === null) return nok(at);
      return consumeParts(effects, parts, (after) => {
        effects.exit('citationTail');
        return ok(after);
      })(at);
    };
    return effects.check(collectBrackets(collected), decide, nok)(code);
  };
  return start;
};

/** `[text](…)`, `[text][…]` and `[text]: …` are links and definitions. */
const isAddress = (next: Code): boolean => next === 40 || next === 91 || next === 58;

type Collected = { text: string; next: Code };

const charOf = (code: number): string => (code < -2 ? '\n' : code < 0 ? ' ' : String.fromCharCode(code));

/** Looks ahead to the bracket that closes the one at hand. */
function collectBrackets(collected: Collected): Construct {
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
function collectWord(collected: Collected): Construct {
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

type Effects = Parameters<Tokenizer>[0];

/** Consumes characters as the tokens of `parts`; prefixes and suffixes hold chunks that micromark reads as text. */
function consumeParts(effects: Effects, parts: readonly Part[], then: State): State {
  const [part, ...others] = parts;
  if (part === undefined) return then;
  const isText = part.type === 'prefix' || part.type === 'suffix';
  let left = part.length;
  let previous: ReturnType<Effects['enter']> | undefined;
  const begin: State = (code) => {
    effects.enter(tokenOf[part.type]);
    if (isText) openChunk();
    return inside(code);
  };
  const openChunk = (): void => {
    const chunk = effects.enter('chunkText', { contentType: 'text', previous });
    if (previous !== undefined) previous.next = chunk;
    previous = chunk;
  };
  const inside: State = (code) => {
    effects.consume(code);
    left -= 1;
    const ends = left === 0;
    if (isText && (ends || (code !== null && code < -2))) effects.exit('chunkText');
    if (isText && !ends && code !== null && code < -2) return reopen;
    return ends ? close : inside;
  };
  const reopen: State = (code) => {
    openChunk();
    return inside(code);
  };
  const close: State = (code) => {
    effects.exit(tokenOf[part.type]);
    return consumeParts(effects, others, then)(code);
  };
  return begin;
}

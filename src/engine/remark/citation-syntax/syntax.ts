import type { Code, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { consumeParts } from './consume.ts';
import { lengthOfKey, parseGroup, parseTail } from './grammar.ts';
import { collectWord, createBracketSearch, createCollected, isLinkText, type BracketSearch } from './lookahead.ts';

const codes = { at: 64, dash: 45, open: 91 } as const;

/** The micromark extension: tokenizes `[…@key…]` and `@key […]`. Prefixes and suffixes are tokenized as text. */
export function citationSyntax(): Extension {
  const search = createBracketSearch();
  const inText = { name: 'citationInText', tokenize: createInTextTokenizer(search), previous: mayPrecede };
  return {
    text: {
      [codes.open]: { name: 'citationGroup', tokenize: createGroupTokenizer(search) },
      [codes.at]: inText,
      [codes.dash]: inText,
    },
  };
}

/** Excludes e-mail addresses and handles in URLs: no letter, digit, `_`, `/`, `@` or `\` may precede `@key`. */
function mayPrecede(this: TokenizeContext, code: Code): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}_/@\\]/u.test(String.fromCodePoint(code));
}

function createGroupTokenizer(search: BracketSearch): Tokenizer {
  return function (effects, ok, nok) {
    const decide: State = (code) => {
      const brackets = search.bracketsAt(this);
      const parts = brackets === null || isLinkText(brackets) ? null : parseGroup(brackets.text);
      if (parts === null) return nok(code);
      effects.enter('citation');
      return consumeParts(effects, parts, (after) => {
        effects.exit('citation');
        return ok(after);
      })(code);
    };
    return search.read(this, effects, decide);
  };
}

function createInTextTokenizer(search: BracketSearch): Tokenizer {
  const tail = { tokenize: createTailTokenizer(search), partial: true };
  return (effects, ok, nok) => (code) => {
    const collected = createCollected();
    const decide: State = (at) => {
      const length = lengthOfKey(collected.text);
      if (length === 0) return nok(at);
      effects.enter('citation');
      return consumeParts(effects, [{ type: 'key', length }], readTail)(at);
    };
    const finish: State = (at) => {
      effects.exit('citation');
      return ok(at);
    };
    const readTail: State = (at) => effects.attempt(tail, finish, finish)(at);
    return effects.check(collectWord(collected), decide, nok)(code);
  };
}

function createTailTokenizer(search: BracketSearch): Tokenizer {
  return function (effects, ok, nok) {
    const decide: State = (code) => {
      const brackets = search.bracketsAt(this);
      const parts = brackets === null || isLinkText(brackets) ? null : parseTail(brackets.text);
      if (parts === null) return nok(code);
      return consumeParts(effects, parts, (after) => {
        effects.exit('citationTail');
        return ok(after);
      })(code);
    };
    const open: State = (code) => (code === codes.open ? search.read(this, effects, decide)(code) : nok(code));
    return (code) => {
      if (code !== 32 && code !== -1 && code !== -2) return nok(code);
      effects.enter('citationTail');
      effects.enter('whitespace');
      effects.consume(code);
      effects.exit('whitespace');
      return open;
    };
  };
}

import type { Code, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { consumeParts } from './consume.ts';
import { lengthOfKey, parseGroup, parseTail } from './grammar.ts';
import { collectBrackets, collectWord, createCollected, isLinkText } from './lookahead.ts';

const codes = { at: 64, dash: 45, open: 91 } as const;

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
    const collected = createCollected();
    const decide: State = (at) => {
      const parts = collected.text === '' || isLinkText(collected) ? null : parseGroup(collected.text);
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
    const collected = createCollected();
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
    const collected = createCollected();
    const decide: State = (at) => {
      const parts = isLinkText(collected) ? null : parseTail(collected.text);
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

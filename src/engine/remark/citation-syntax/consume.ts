import type { State, Tokenizer } from 'micromark-util-types';
import type { Part, PartType } from './grammar.ts';

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

const tokenOf = {
  marker: 'citationMarker',
  prefix: 'citationPrefix',
  key: 'citationKey',
  locator: 'citationLocator',
  suffix: 'citationSuffix',
  separator: 'citationSeparator',
} as const satisfies Record<PartType, string>;

type Effects = Parameters<Tokenizer>[0];

type Token = ReturnType<Effects['enter']>;

/**
 * Consumes characters as the tokens of `parts`. Prefixes and suffixes contain chunks that micromark tokenizes as text.
 */
export const consumeParts = (effects: Effects, parts: readonly Part[], then: State): State =>
  parts.reduceRight((next, part) => consumePart(effects, part, next), then);

function consumePart(effects: Effects, { type, length }: Part, then: State): State {
  const end: State = (code) => {
    effects.exit(tokenOf[type]);
    return then(code);
  };
  const consume = type === 'prefix' || type === 'suffix' ? consumeText : consumeCharacters;
  const content = consume(effects, length, end);
  return (code) => {
    effects.enter(tokenOf[type]);
    return content(code);
  };
}

function consumeCharacters(effects: Effects, length: number, then: State): State {
  let left = length;
  const inside: State = (code) => {
    effects.consume(code);
    left -= 1;
    return left === 0 ? then : inside;
  };
  return inside;
}

/** Consumes linked chunks of text, one per line. */
function consumeText(effects: Effects, length: number, then: State): State {
  let left = length;
  let chunk: Token | undefined;
  const begin: State = (code) => {
    chunk = enterChunk(effects, chunk);
    return inside(code);
  };
  const inside: State = (code) => {
    effects.consume(code);
    left -= 1;
    const isLineEnding = code !== null && code < -2;
    if (left > 0 && !isLineEnding) return inside;
    effects.exit('chunkText');
    return left === 0 ? then : begin;
  };
  return begin;
}

function enterChunk(effects: Effects, previous: Token | undefined): Token {
  const chunk = effects.enter('chunkText', { contentType: 'text', previous });
  if (previous !== undefined) previous.next = chunk;
  return chunk;
}

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

/**
 * Consumes characters as the tokens of `parts`. Prefixes and suffixes contain chunks that micromark tokenizes as text.
 */
export function consumeParts(effects: Effects, parts: readonly Part[], then: State): State {
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

import { foldAccents } from './fold.ts';

/**
 * Converts a key, an id or a slug to a URL segment.
 *
 * ASCII letters (lower-cased, without accents), digits, `.`, `_` and `-` remain; every other run becomes one `-`. Two
 * keys may collide: `checks/colliding-url` reports it.
 */
export function toUrlSegment(name: string): string {
  return (
    foldAccents(name)
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || 'x'
  );
}

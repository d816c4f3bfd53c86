import { foldAccents } from './fold.ts';

/**
 * The segment of a URL for a key, an id or a slug.
 *
 * Lower case ASCII letters, digits, `.`, `_` and `-` stay (upper case is lowered, accents go);
 * every other run becomes one `-`. Two keys may collide: `checks/colliding-urls` reports it.
 */
export function toUrlSegment(name: string): string {
  return (
    foldAccents(name)
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || 'x'
  );
}

import type { Root } from 'hast';
import { nodesOf } from '../engine/model/walk.ts';

/**
 * Resolves links such as `/about/` in MDX pages from the site's root, as in essays. `base` is the root's path, with a
 * slash at both ends.
 */
export const rehypeSiteLinks =
  ({ base }: { base: string }) =>
  (tree: Root): void => {
    for (const { tagName, properties } of nodesOf(tree, 'element')) {
      const { href } = properties;
      if (tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href)) properties.href = base + href.slice(1);
    }
  };

import type { Root } from 'hast';
import { nodesOf } from '../engine/model/walk.ts';

/** In pages of MDX a link such as `/about/` is a path from the site's root, as in essays; `base` is where that is, with a slash at both ends. */
export const rehypeSiteLinks =
  ({ base }: { base: string }) =>
  (tree: Root): void => {
    for (const { tagName, properties } of nodesOf(tree, 'element')) {
      const { href } = properties;
      if (tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href)) properties.href = base + href.slice(1);
    }
  };

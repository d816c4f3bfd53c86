import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** In pages of MDX a link such as `/about/` is a path from the site's root, as in essays; `base` is where that is, with a slash at both ends. */
export const rehypeSiteLinks =
  ({ base }: { base: string }) =>
  (tree: Root): void => {
    visit(tree, { type: 'element', tagName: 'a' }, ({ properties }: Element) => {
      const { href } = properties;
      if (typeof href === 'string' && /^\/(?!\/)/.test(href)) properties.href = base + href.slice(1);
    });
  };

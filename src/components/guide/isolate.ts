import type { Element, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** Attributes that name ids, by their names in hast. */
const references = ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor'] as const;

/**
 * An essay's HTML as part of a page that holds others: every id, and what refers to one, gets `prefix`.
 *
 * A link into the site leads nowhere, for its page is of a review that is not there.
 */
export function isolate(html: string, prefix: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node: Element) => {
    node.properties = rename(node.properties, prefix);
  });
  return toHtml(tree);
}

function rename(properties: Properties, prefix: string): Properties {
  const { id, href, ...others } = properties;
  const renamed: Properties = { ...others };
  if (typeof id === 'string') renamed.id = prefix + id;
  if (typeof href === 'string' && href.startsWith('#')) renamed.href = `#${prefix}${href.slice(1)}`;
  else if (typeof href === 'string' && !href.startsWith(nowhere)) renamed.href = href;
  for (const name of references) {
    const value = properties[name];
    if (value !== undefined && value !== null) renamed[name] = [value].flat().map((one) => prefix + String(one));
  }
  return renamed;
}

/** The base of addresses within the example's review. */
export const nowhere = 'example:/';

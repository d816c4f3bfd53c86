import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { nodesOf } from '../../engine/model/walk.ts';

/** The base of URLs within an example's review. */
export const exampleBase = 'example:/';

/**
 * Prepares an essay's HTML for a page with other examples: ids and references to them get `prefix`, and sections are no
 * landmarks.
 *
 * Links into the example's review lose their target, because its pages do not exist. Frames of other hosts cannot be
 * loaded.
 */
export function isolate(html: string, prefix: string): string {
  const tree = fromHtml(html, { fragment: true });
  for (const node of nodesOf(tree, 'element')) {
    node.properties = rename(node.properties, prefix);
    if (node.properties.dataFrame !== undefined) node.properties.disabled = true;
  }
  return toHtml(tree);
}

function rename({ id, href, ariaLabelledBy: _, ariaDescribedBy, ...others }: Properties, prefix: string): Properties {
  const renamed: Properties = { ...others };
  if (typeof id === 'string') renamed.id = prefix + id;
  if (typeof href === 'string' && href.startsWith('#')) renamed.href = `#${prefix}${href.slice(1)}`;
  else if (typeof href === 'string' && !href.startsWith(exampleBase)) renamed.href = href;
  if (Array.isArray(ariaDescribedBy)) renamed.ariaDescribedBy = ariaDescribedBy.map((one) => prefix + String(one));
  return renamed;
}

import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { nodesOf } from '../../engine/model/walk.ts';

/** The base of URLs within an example's review. */
export const exampleBase = 'example:/';

/**
 * An essay's HTML as part of a page with other examples: ids and references to them get `prefix`, and sections are no
 * landmarks.
 *
 * Links into the example's review lose their target, because its pages do not exist. Embedded pages are not loaded.
 */
export function isolate(html: string, prefix: string): string {
  const tree = fromHtml(html, { fragment: true });
  for (const node of nodesOf(tree, 'element')) {
    node.properties = rename(node.properties, prefix);
    if (node.tagName === 'iframe') node.properties = standIn(node.properties);
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

/** The properties of a frame that shows a text instead of its page. */
function standIn({ src, ...others }: Properties): Properties {
  const host = new URL(String(src)).hostname;
  const text = `<meta name="color-scheme" content="light dark"><p style="font: 14px sans-serif; opacity: 0.7">In an essay, this frame shows the page of ${host}.</p>`;
  return { ...others, srcDoc: text };
}

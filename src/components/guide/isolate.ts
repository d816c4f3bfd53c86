import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { nodesOf } from '../../engine/model/walk.ts';

/** The base of addresses within an example's review. */
export const nowhere = 'example:/';

/**
 * An essay's HTML as part of a page that holds others: every id, and what refers to one, gets `prefix`; its sections are
 * no landmarks.
 *
 * A link into the site leads nowhere, for its page is of a review that is not there; and the guide asks nobody else's
 * server for an embedded page.
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
  else if (typeof href === 'string' && !href.startsWith(nowhere)) renamed.href = href;
  if (Array.isArray(ariaDescribedBy)) renamed.ariaDescribedBy = ariaDescribedBy.map((one) => prefix + String(one));
  return renamed;
}

/** The frame without its page; words in the place of it. */
function standIn({ src, ...others }: Properties): Properties {
  const host = new URL(String(src)).hostname;
  const text = `<meta name="color-scheme" content="light dark"><p style="font: 14px sans-serif; opacity: 0.7">In an essay the live page of ${host} stands here.</p>`;
  return { ...others, srcDoc: text };
}

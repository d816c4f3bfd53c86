import type { Root as HastRoot, RootContent as HastContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Essay } from '../../model/essay.ts';
import type { Finding } from '../../model/finding.ts';
import { nodesOf } from '../../model/walk.ts';
import type { SiteContext } from './context.ts';
import { hasClass } from './has-class.ts';
import { joinNoteCalls } from './notes.ts';
import { siteHandlers } from './nodes.ts';
import { setTypography } from './typography.ts';

export type { SiteContext, SiteImage } from './context.ts';

/** Renders an essay as the HTML of its page, with notes and then the reference list at the end. */
export function renderSiteEssay(essay: Pick<Essay, 'tree'>, context: SiteContext): string {
  const hast = toSiteHast(essay.tree, context);
  const isReferences = (node: HastContent) => node.type === 'element' && hasClass(node, 'references');
  const children = [...hast.children.filter((node) => !isReferences(node)), ...hast.children.filter(isReferences)];
  return toHtml({ type: 'root', children }, { allowDangerousHtml: true });
}

/** Renders phrasing content outside an essay, such as a reference on its work's page. */
export function renderSitePhrasing(children: readonly PhrasingContent[], context: SiteContext): string {
  const hast = toSiteHast({ type: 'root', children: [{ type: 'paragraph', children: [...children] }] }, context);
  const [paragraph] = hast.children;
  return toHtml(paragraph?.type === 'element' ? paragraph.children : [], { allowDangerousHtml: true });
}

/** Renders the claim of a finding for pages other than its essay's. */
export const renderSiteClaim = ({ node, slug }: Pick<Finding, 'node' | 'slug'>, context: SiteContext): string =>
  renderSiteExtract(node.children, slug, context);

/** Renders a part of an essay for other pages: a citation links to its work, any other anchor to the essay. */
export function renderSiteExtract(nodes: readonly RootContent[], slug: string, context: SiteContext): string {
  const hast = toSiteHast({ type: 'root', children: [...nodes] }, { ...context, isExtract: true });
  for (const element of nodesOf(hast, 'element')) {
    const { properties } = element;
    const { href, id } = properties;
    // The essay's cards identify the citation by it.
    if (hasClass(element, 'citation')) properties.dataCite = id;
    delete properties.id;
    delete properties.ariaDescribedBy;
    if (typeof href === 'string' && href.startsWith('#'))
      properties.href = href.startsWith('#ref-')
        ? `${context.base}works/${href.slice('#ref-'.length)}/`
        : `${context.base}essays/${slug}/${href}`;
  }
  return toHtml(hast, { allowDangerousHtml: true });
}

function toSiteHast(tree: Root, context: SiteContext): HastRoot {
  const { labels, essay } = context.strings;
  const hast = toHast(tree, {
    handlers: siteHandlers(context),
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: labels.notes,
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: {},
    footnoteBackContent: (_reference, time) => (time > 1 ? [backArrow, h('sup', String(time))] : [backArrow]),
    footnoteBackLabel: (_reference, time) => essay.backToText(time),
  });
  const root: HastRoot =
    hast.type === 'root' ? hast : { type: 'root', children: hast.type === 'doctype' ? [] : [hast] };
  joinNoteCalls(root);
  setTypography(root, context.strings);
  return root;
}

// Without the variation selector for text, phones show the arrow as an emoji.
const backArrow = { type: 'text' as const, value: '↩\uFE0E' };

import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Code, Delete, FootnoteDefinition, FootnoteReference, Parents, Root, RootContent, Text } from 'mdast';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import type { InlineMath, Math } from 'mdast-util-math';
import { embedAddress, embedIdentifier, isFramedByForums } from '../../model/embeds.ts';
import { nodesOf } from '../../model/walk.ts';
import { wordJoiner } from './guard-text.ts';
import type { Collapsible, Embedded, ModelWritten } from './post-nodes.ts';
import { foldTex } from '../../model/tex.ts';

/** Converts a post's tree to the HTML that the forum preserves, with footnotes at its end. */
export function toPostHtml(tree: Root): string {
  const body = toElements(tree.children);
  return `${toHtml({ type: 'root', children: [...body, ...listOf(nodesOf(tree, 'footnoteDefinition'))] })}\n`;
}

/** Converts nodes to elements and texts, in the forum's own markup. */
function toElements(nodes: readonly RootContent[]): ElementContent[] {
  const tree: Root = { type: 'root', children: [...nodes] };
  const hast = toHast(tree, { handlers });
  if (nodesOf(tree, 'table').length > 0) nodesOf(hast, 'element').forEach(alignByStyle);
  return 'children' in hast
    ? hast.children.flatMap((child) => (child.type === 'element' || child.type === 'text' ? [child] : []))
    : [];
}

/** Replaces `align` of a cell by `style`, because the forum preserves only `style`. */
function alignByStyle({ properties }: Element): void {
  if (typeof properties.align !== 'string') return;
  properties.style = `text-align: ${properties.align}`;
  delete properties.align;
}

const handlers: Handlers = {
  math: (_state: State, node: Math) => h('p', h('span.math-tex', `\\[${foldTex(node.value)}\\]`)),
  inlineMath: (_state: State, node: InlineMath) => h('span.math-tex', `\\(${foldTex(node.value)}\\)`),
  text: (_state: State, node: Text, parent: Parents | undefined) => ({
    type: 'text',
    value: textAfterReference(node, parent),
  }),
  delete: (state: State, node: Delete) => h('s', state.all(node)),
  footnoteReference: (_state: State, { identifier }: FootnoteReference) =>
    h(
      'span.footnote-reference',
      {
        dataFootnoteReference: true,
        dataFootnoteIndex: identifier,
        dataFootnoteId: identifier,
        role: 'doc-noteref',
        id: `fnref${identifier}`,
      },
      [h('sup', h('a', { href: `#fn${identifier}` }, `[${identifier}]`))],
    ),
  footnoteDefinition: () => undefined,
  modelWritten: (state: State, node: ModelWritten) =>
    h(
      'div.llm-content-block',
      { dataModelName: node.model },
      h('div.llm-content-block-content', state.wrap(state.all(node), true)),
    ),
  collapsible: (state: State, node: Collapsible) =>
    h('details.detailsBlock', [
      h('summary.detailsBlockTitle', node.summary),
      h('div.detailsBlockContent', state.wrap(state.all(node), true)),
    ]),
  /** The forum's editor preserves the language only on `pre`, and drops a line break at the beginning. */
  code: (_state: State, { lang, value }: Code) =>
    h('pre.code-block', lang ? { dataLanguage: lang } : {}, value.startsWith('\n') ? wordJoiner + value : value),
  embedded: (_state: State, { src, value }: Embedded) => [
    ...(isFramedByForums(src) ? [frameOf(src, value)] : []),
    h('p', h('a', { href: src }, value)),
  ],
};

/** Protects white space directly after a footnote reference, which the forum's editor trims when text is pasted. */
function textAfterReference(node: Text, parent: Parents | undefined): string {
  const before = parent?.children[parent.children.findIndex((child) => child === node) - 1];
  return before?.type === 'footnoteReference' && /^\s/.test(node.value) ? wordJoiner + node.value : node.value;
}

/** Returns a frame within an element that the forum's editor preserves when text is pasted. It drops bare frames. */
function frameOf(src: string, title: string): Element {
  const frame = h('iframe', { src: embedAddress(src), title });
  const question = embedIdentifier(src);
  if (question === null) return frame;
  return question.site === 'metaculus'
    ? h('div.metaculus-preview', { dataMetaculusId: question.id }, frame)
    : h('div.manifold-preview', { dataManifoldSlug: question.id }, frame);
}

function listOf(definitions: readonly FootnoteDefinition[]): Element[] {
  if (definitions.length === 0) return [];
  const list = { dataFootnoteSection: true, role: 'doc-endnotes' };
  return [h('ol.footnotes.footnote-section', list, definitions.map(toItem))];
}

function toItem({ identifier, children }: FootnoteDefinition): Element {
  const names = { dataFootnoteIndex: identifier, dataFootnoteId: identifier };
  return h('li.footnote-item', { ...names, dataFootnoteItem: true, id: `fn${identifier}`, role: 'doc-endnote' }, [
    h('span.footnote-back-link', { dataFootnoteBackLink: true, dataFootnoteId: identifier }, [
      h('sup', h('strong', h('a', { href: `#fnref${identifier}` }, '^'))),
    ]),
    h('div.footnote-content', { dataFootnoteContent: true }, toElements(children)),
  ]);
}

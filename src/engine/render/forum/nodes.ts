import type { Link, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { CrossReference, Reference, References } from '../../model/nodes.ts';
import { stringsOf } from '../../model/strings/index.ts';
import { isSafeLink } from '../../model/url.ts';
import { renderComponent } from './components.ts';
import { addressOfPage, addressOfWork } from './context.ts';
import { renderFootnoteReference, type PostState } from './post-state.ts';

/**
 * Renders a node of an essay as nodes of a post: Markdown nodes and those of `post-nodes.ts`. Nodes without a case are
 * copied, and their children rendered.
 */
export function renderNode(node: RootContent, state: PostState): RootContent[] {
  switch (node.type) {
    case 'citation':
      return state.renderPhrasing(node.children);
    case 'citedWork':
      return [
        { type: 'link', url: addressOfWork(node.key, state.context), children: state.renderPhrasing(node.children) },
      ];
    case 'crossReference':
      return [renderCrossReference(node, state)];
    case 'link':
      return isSafeLink(node.url) ? [renderLink(node, state)] : state.renderPhrasing(node.children);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: withoutStyle(state.renderPhrasing(node.children), node.type) }];
    case 'text':
      return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }];
    case 'footnoteReference':
      return [
        renderFootnoteReference(
          { id: node.identifier, children: state.definitions.get(node.identifier)?.children ?? [] },
          state,
        ),
      ];
    case 'list':
      return [renderList(node, state)];
    case 'references':
      return renderReferences(node, state);
    case 'component':
      return renderComponent(node, state);
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return [renderChildren(node, state)];
  }
}

function renderChildren(node: RootContent, { renderNodes }: PostState): RootContent {
  const copy = { ...node };
  if ('children' in copy && 'children' in node)
    Object.assign(copy, { children: withoutFirstSpace(renderNodes(node.children)) });
  return copy;
}

/** Removes the space before the text that replaces a second footnote reference, if that text comes first. */
function withoutFirstSpace(children: RootContent[]): RootContent[] {
  const [first] = children;
  return first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...children.slice(1)] : children;
}

/** Removes a style that a parent already has: in the forum's Markdown the inner delimiter would end the outer style. */
const withoutStyle = (words: readonly PhrasingContent[], style: 'emphasis' | 'strong' | 'delete'): PhrasingContent[] =>
  words.flatMap((word): PhrasingContent[] => {
    if (!('children' in word)) return [word];
    if (word.type === style) return withoutStyle(word.children, style);
    if (word.type === 'emphasis' || word.type === 'strong' || word.type === 'delete')
      return [{ ...word, children: withoutStyle(word.children, style) }];
    return [word];
  });

/** Renders a reference. An anchor in the same essay has no address in a post, so only the words are printed. */
function renderCrossReference({ target, essay, value }: CrossReference, { context }: PostState): PhrasingContent {
  if (essay === null) return { type: 'text', value };
  return {
    type: 'link',
    url: addressOfPage(`/essays/${essay}/#${target}`, context),
    children: [{ type: 'text', value }],
  };
}

/** Converts anchors and pages of the site to absolute addresses. */
function renderLink({ url, children }: Link, { essay, context, renderPhrasing }: PostState): Link {
  const page = url.startsWith('#') ? `/essays/${essay.slug}/${url}` : url;
  return {
    type: 'link',
    url: page.startsWith('/') ? addressOfPage(page, context) : url,
    children: renderPhrasing(children),
  };
}

function renderList(list: List, state: PostState): List {
  return { ...list, children: list.children.map((item) => renderItem(item, state)) };
}

/** Replaces checkboxes, which the forum lacks, by characters. */
function renderItem(item: ListItem, { renderNodes }: PostState): ListItem {
  const children = renderNodes(item.children).flatMap((child) => (isItemContent(child) ? [child] : []));
  const [first] = children;
  const box = item.checked === true ? '☑ ' : '☐ ';
  if (typeof item.checked === 'boolean' && first?.type === 'paragraph')
    first.children.unshift({ type: 'text', value: box });
  return { type: 'listItem', spread: item.spread ?? false, children };
}

function renderReferences({ children }: References, state: PostState): RootContent[] {
  const items = children.map((reference) => renderReference(reference, state));
  return [
    {
      type: 'heading',
      depth: 2,
      children: [{ type: 'text', value: stringsOf(state.context.config.locale).labels.references }],
    },
    { type: 'list', ordered: false, spread: false, children: items },
  ];
}

function renderReference({ children }: Reference, { renderPhrasing }: PostState): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: renderPhrasing(children) }] };
}

const inline = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'inlineMath',
  'link',
  'break',
  'footnoteReference',
  'image',
]);

/** Reports whether a node of a post is within sentences. */
export const isPostPhrasing = (node: RootContent): node is PhrasingContent => inline.has(node.type);

const isItemContent = (node: RootContent): node is ListItem['children'][number] =>
  !inline.has(node.type) && node.type !== 'listItem';

import type { Link, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { CrossReference, Reference, References } from '../../model/nodes.ts';
import { stringsOf } from '../../model/strings/index.ts';
import { isSafeLink } from '../../model/url.ts';
import { renderComponent } from './components.ts';
import { addressOfPage, addressOfWork } from './context.ts';
import { callFootnote, type Posting } from './posting.ts';

/**
 * The forum's table: from the name of a node to what stands for it in a post, whose nodes are Markdown's and those
 * of `post-nodes.ts`. Nodes that are not named here stay, and their children are rendered.
 */
export function renderNode(node: RootContent, posting: Posting): RootContent[] {
  switch (node.type) {
    case 'citation':
      return posting.words(node.children);
    case 'citedWork':
      return [{ type: 'link', url: addressOfWork(node.key, posting.context), children: posting.words(node.children) }];
    case 'crossReference':
      return [renderCrossReference(node, posting)];
    case 'link':
      return isSafeLink(node.url) ? [renderLink(node, posting)] : posting.words(node.children);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: withoutStyle(posting.words(node.children), node.type) }];
    case 'text':
      return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }];
    case 'footnoteReference':
      return [
        callFootnote(
          { id: node.identifier, children: posting.definitions.get(node.identifier)?.children ?? [] },
          posting,
        ),
      ];
    case 'list':
      return [renderList(node, posting)];
    case 'references':
      return renderReferences(node, posting);
    case 'component':
      return renderComponent(node, posting);
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return [renderInside(node, posting)];
  }
}

function renderInside(node: RootContent, { all }: Posting): RootContent {
  const copy = { ...node };
  if ('children' in copy && 'children' in node)
    Object.assign(copy, { children: withoutFirstSpace(all(node.children)) });
  return copy;
}

/** The words that stand for a footnote's call begin with a space. */
function withoutFirstSpace(children: RootContent[]): RootContent[] {
  const [first] = children;
  return first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...children.slice(1)] : children;
}

/** Words without a style that is around them already: the forum's Markdown ends the outer one where the inner one begins. */
const withoutStyle = (words: readonly PhrasingContent[], style: 'emphasis' | 'strong' | 'delete'): PhrasingContent[] =>
  words.flatMap((word): PhrasingContent[] => {
    if (!('children' in word)) return [word];
    if (word.type === style) return withoutStyle(word.children, style);
    if (word.type === 'emphasis' || word.type === 'strong' || word.type === 'delete')
      return [{ ...word, children: withoutStyle(word.children, style) }];
    return [word];
  });

/** A place of the same essay has no address in a post: the words stand alone. */
function renderCrossReference({ target, essay, value }: CrossReference, { context }: Posting): PhrasingContent {
  if (essay === null) return { type: 'text', value };
  return {
    type: 'link',
    url: addressOfPage(`/essays/${essay}/#${target}`, context),
    children: [{ type: 'text', value }],
  };
}

/** Anchors and pages of the site become absolute: on the forum there is nothing else that they could mean. */
function renderLink({ url, children }: Link, { essay, context, words }: Posting): Link {
  const page = url.startsWith('#') ? `/essays/${essay.slug}/${url}` : url;
  return { type: 'link', url: page.startsWith('/') ? addressOfPage(page, context) : url, children: words(children) };
}

function renderList(list: List, posting: Posting): List {
  return { ...list, children: list.children.map((item) => renderItem(item, posting)) };
}

/** The forum has no boxes to tick: they become characters. */
function renderItem(item: ListItem, { all }: Posting): ListItem {
  const children = all(item.children).flatMap((child) => (isItemContent(child) ? [child] : []));
  const [first] = children;
  const box = item.checked === true ? '☑ ' : '☐ ';
  if (typeof item.checked === 'boolean' && first?.type === 'paragraph')
    first.children.unshift({ type: 'text', value: box });
  return { type: 'listItem', spread: item.spread ?? false, children };
}

function renderReferences({ children }: References, posting: Posting): RootContent[] {
  const items = children.map((reference) => renderReference(reference, posting));
  return [
    {
      type: 'heading',
      depth: 2,
      children: [{ type: 'text', value: stringsOf(posting.context.config.locale).labels.references }],
    },
    { type: 'list', ordered: false, spread: false, children: items },
  ];
}

function renderReference({ children }: Reference, { words }: Posting): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: words(children) }] };
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

export const isPhrasing = (node: RootContent): node is PhrasingContent => inline.has(node.type);

const isItemContent = (node: RootContent): node is ListItem['children'][number] =>
  !inline.has(node.type) && node.type !== 'listItem';

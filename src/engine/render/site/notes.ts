import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, FootnoteReference, RootContent } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import { isPhrasingContent, type ComponentNode } from '../../model/nodes.ts';
import { walk } from '../../model/walk.ts';
import { hasClass } from './has-class.ts';

type Block = FootnoteDefinition['children'][number];

/** Renders the number of a footnote, as a link to it. */
export function renderFootnoteCall(state: State, node: FootnoteReference): Element {
  const call = defaultHandlers.footnoteReference(state, node);
  call.properties.className = ['footnote-reference'];
  return call;
}

/** Renders a note as a footnote, numbered with the others. A script places both beside their line. */
export function renderNote({ flow, children, props }: ComponentNode<'Note'>, state: State): Element {
  let number = 1;
  while (state.footnoteById.has(`NOTE-${number}`)) number += 1;
  const identifier = `note-${number}`;
  const content: Block[] = flow
    ? children.filter(isBlock)
    : [{ type: 'paragraph', children: children.filter(isPhrasingContent) }];
  state.footnoteById.set(identifier.toUpperCase(), { type: 'footnoteDefinition', identifier, children: content });
  const call = renderFootnoteCall(state, { type: 'footnoteReference', identifier });
  // References to a note link to its call, because the note is displayed beside it.
  call.properties.id = props.id;
  return flow ? h('p', { class: 'note-call' }, call) : call;
}

/** Moves the number of a block-level note to the end of the paragraph or caption before it, if there is one. */
export function joinNoteCalls(tree: Root): void {
  walk(tree, (node, index, parent) => {
    if (node.type !== 'element' || parent === undefined || index === undefined || !hasClass(node, 'note-call')) return;
    const before = lastParagraph(parent, index);
    if (before === undefined) return;
    before.children.push(...node.children);
    parent.children.splice(index, 1);
    return index;
  });
}

/**
 * Finds the paragraph before a child: a paragraph, the last one of a finding or theorem, or a figure's caption. The
 * lines below the claim of a finding do not count.
 */
function lastParagraph(parent: Parents, index: number): Element | undefined {
  const before = parent.children.slice(0, index).findLast((node) => node.type === 'element');
  if (before?.type !== 'element') return undefined;
  if (before.tagName === 'p') return before;
  if (before.tagName === 'section') return before.children.findLast(isOwnParagraph);
  const caption = before.children.find(isCaption);
  return caption?.children.findLast(isOwnParagraph) ?? caption;
}

const isCaption = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'figcaption';

const isOwnParagraph = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'p' && node.properties.className === undefined;

const isBlock = (node: RootContent): node is Block => node.type !== 'text';

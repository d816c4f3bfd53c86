import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, FootnoteReference, PhrasingContent, RootContent } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import type { ComponentNode } from '../../model/nodes.ts';
import { walk } from '../../model/walk.ts';
import { hasClass } from './has-class.ts';

type Block = FootnoteDefinition['children'][number];

/** The number of a footnote, which leads to it. */
export function renderFootnoteCall(state: State, node: FootnoteReference): Element {
  const call = defaultHandlers.footnoteReference(state, node);
  call.properties.className = ['footnote-reference'];
  return call;
}

/** A note is a footnote, numbered with the others; a script puts both beside their line. */
export function renderNote({ flow, children, props }: ComponentNode<'Note'>, state: State): Element {
  let number = 1;
  while (state.footnoteById.has(`NOTE-${number}`)) number += 1;
  const identifier = `note-${number}`;
  const content: Block[] = flow
    ? children.filter(isBlock)
    : [{ type: 'paragraph', children: children.filter(isPhrasing) }];
  state.footnoteById.set(identifier.toUpperCase(), { type: 'footnoteDefinition', identifier, children: content });
  const call = renderFootnoteCall(state, { type: 'footnoteReference', identifier });
  // References to a note lead to where it is called, beside which it stands.
  call.properties.id = props.id;
  return flow ? h('p', { class: 'note-call' }, call) : call;
}

/** Puts the number of a note that is a block of its own at the end of the paragraph or caption before it, where there is one. */
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
 * The paragraph before a child, the last one of a finding or theorem, or the caption of a figure. What stands below the
 * claim of a finding is not a part of it.
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

const isPhrasing = (node: RootContent): node is PhrasingContent => node.type !== 'paragraph' && node.type !== 'table';
const isBlock = (node: RootContent): node is Block => node.type !== 'text';

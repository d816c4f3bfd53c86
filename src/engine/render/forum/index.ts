import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Essay } from '../../model/essay.ts';
import { toBlocks, type PostBlock } from './blocks.ts';
import type { ForumContext } from './context.ts';
import { guardTreeFromMarkdown, guardTreeFromMathJax } from './guard-text.ts';
import { toPostHtml } from './html.ts';
import { openCollapsibles, toPostMarkdown } from './markdown.ts';
import { renderParts, toTree } from './post.ts';

export type { PostBlock } from './blocks.ts';
export type { ForumContext } from './context.ts';

/** An essay as the Markdown of a post on LessWrong or the Alignment Forum. */
export function renderForumMarkdown(essay: Essay, context: ForumContext): string {
  const tree = toTree(renderParts(essay, context));
  guardTreeFromMarkdown(tree);
  guardTreeFromMathJax(tree);
  return toPostMarkdown(holdsMath(tree) ? openCollapsibles(tree) : tree);
}

/** An essay as the HTML of a post. */
export function renderForumHtml(essay: Essay, context: ForumContext): string {
  const tree = toTree(renderParts(essay, context));
  guardTreeFromMathJax(tree);
  return toPostHtml(tree);
}

/** An essay as the blocks that are inserted into a draft, in order: the Markdown of the forum's interface for drafts. */
export const renderForumBlocks = (essay: Essay, context: ForumContext): PostBlock[] => toBlocks(renderParts(essay, context));

function holdsMath(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    found ||= node.type === 'math' || node.type === 'inlineMath';
  });
  return found;
}

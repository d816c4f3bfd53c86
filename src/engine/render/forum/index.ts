import type { Root } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { nodesOf } from '../../model/walk.ts';
import type { ForumContext } from './context.ts';
import { guardTreeFromMarkdown } from './guard-text.ts';
import { toPostHtml } from './html.ts';
import { openCollapsibles, toPostMarkdown } from './markdown.ts';
import { renderParts, toTree } from './post.ts';

export type { ForumContext } from './context.ts';

/** An essay's post in both forms that the forums' editors take. */
export type ForumPost = { markdown: string; html: string };

/** An essay as a post on LessWrong or the Alignment Forum. */
export function renderForumPost(essay: Essay, context: ForumContext): ForumPost {
  const tree = toTree(renderParts(essay, context));
  const html = toPostHtml(tree);
  guardTreeFromMarkdown(tree);
  return { html, markdown: printMarkdown(tree) };
}

/** An essay as the Markdown of a post. */
export function renderForumMarkdown(essay: Essay, context: ForumContext): string {
  const tree = toTree(renderParts(essay, context));
  guardTreeFromMarkdown(tree);
  return printMarkdown(tree);
}

/** An essay as the HTML of a post. */
export const renderForumHtml = (essay: Essay, context: ForumContext): string =>
  toPostHtml(toTree(renderParts(essay, context)));

const printMarkdown = (tree: Root): string => toPostMarkdown(holdsMath(tree) ? openCollapsibles(tree) : tree);

const holdsMath = (tree: Root): boolean => nodesOf(tree, 'math').length + nodesOf(tree, 'inlineMath').length > 0;

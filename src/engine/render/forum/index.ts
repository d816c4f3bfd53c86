import type { Essay } from '../../model/essay.ts';
import type { ForumContext } from './context.ts';
import { guardTreeFromMarkdown } from './guard-text.ts';
import { toPostHtml } from './html.ts';
import { toPostMarkdown } from './markdown.ts';
import { renderPost } from './post.ts';

export { forumContextOf, type ForumContext } from './context.ts';

/** An essay's post in both formats. */
type ForumPost = { markdown: string; html: string };

/** Renders an essay as a post on LessWrong or the Alignment Forum. */
export function renderForumPost(essay: Essay, context: ForumContext): ForumPost {
  const tree = renderPost(essay, context);
  const html = toPostHtml(tree);
  guardTreeFromMarkdown(tree);
  return { html, markdown: toPostMarkdown(tree) };
}

/** Renders an essay as the Markdown of a post. */
export function renderForumMarkdown(essay: Essay, context: ForumContext): string {
  const tree = renderPost(essay, context);
  guardTreeFromMarkdown(tree);
  return toPostMarkdown(tree);
}

/** Renders an essay as the HTML of a post. */
export const renderForumHtml = (essay: Essay, context: ForumContext): string => toPostHtml(renderPost(essay, context));

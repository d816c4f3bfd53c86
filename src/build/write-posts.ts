import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Essay } from '../engine/model/essay.ts';
import { createMessage, type Message } from '../engine/model/message.ts';
import { publicPosts } from '../engine/model/posts.ts';
import type { Review } from '../engine/model/review.ts';
import { renderForumHtml, renderForumMarkdown, type ForumContext } from '../engine/render/forum/index.ts';
import { comparePost, convertHtml, convertMarkdown } from '../forum-model/index.ts';
import { createStaging, swapFolder } from './swap-folder.ts';

/** An essay's post in both forms, and what of the essay would not come out of the forum's conversion. */
export type Post = { slug: string; markdown: string; html: string; messages: Message[] };

/** Renders the posts of a review and puts each through the forum's own conversion. */
export function renderPosts(review: Review): Post[] {
  const context: ForumContext = { config: review.config.value, library: review.library, posts: publicPosts(review.posts.value, 'lesswrong') };
  return review.essays.map((essay) => renderPost(essay, context));
}

/** Writes posts to `posts/`: all of them or nothing. */
export function writePosts(root: string, posts: readonly Post[]): void {
  const staging = createStaging(root, 'posts');
  try {
    for (const { slug, markdown, html } of posts) {
      writeFileSync(join(staging, `${slug}.md`), markdown);
      writeFileSync(join(staging, `${slug}.html`), html);
    }
    swapFolder(staging, join(root, 'posts'));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function renderPost(essay: Essay, context: ForumContext): Post {
  const markdown = renderForumMarkdown(essay, context);
  const html = renderForumHtml(essay, context);
  const lost = [
    ...comparePost(essay, convertMarkdown(markdown), { ...context, form: 'markdown' }).map((difference) => ({ ...difference, form: 'Markdown' })),
    ...comparePost(essay, convertHtml(html), { ...context, form: 'html' }).map((difference) => ({ ...difference, form: 'HTML' })),
  ];
  const messages = lost.map(({ reason, position, form }) =>
    createMessage('lost-in-post', `${reason} (in the post's ${form})`, { file: essay.path, position }),
  );
  return { slug: essay.slug, markdown, html, messages };
}

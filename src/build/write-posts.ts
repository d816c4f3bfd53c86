import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Essay } from '../engine/model/essay.ts';
import { createMessage, type Message } from '../engine/model/message.ts';
import { publicPosts } from '../engine/model/posts.ts';
import type { Review } from '../engine/model/review.ts';
import { digestOf } from '../engine/parse-store.ts';
import type { ForumContext } from '../engine/render/forum/index.ts';
import type { Store } from './store.ts';
import { writeOutput } from './write-output.ts';

/** An essay's post in both forms, and what of the essay would not come out of the forum's conversion. */
export type Post = { slug: string; markdown: string; html: string; messages: Message[] };

/** Renders the posts of a review and puts each through the forum's own conversion, unless the store holds it. */
export async function renderPosts(review: Review, store: Store): Promise<Post[]> {
  const context: ForumContext = { config: review.config.value, library: review.library, posts: publicPosts(review.posts.value, 'lesswrong') };
  const posts: Post[] = [];
  for (const essay of review.essays) {
    const key = keyOf(essay, context);
    const kept = store.read(`posts/${essay.slug}`, key) as Omit<Post, 'messages'> | null;
    const post = kept === null ? await renderPost(essay, context) : { ...kept, messages: [] };
    const { messages, ...forms } = post;
    if (kept === null && messages.length === 0) store.keep(`posts/${essay.slug}`, key, forms);
    posts.push(post);
  }
  store.prune('posts');
  return posts;
}

/** Writes the posts of a review to `posts/`; false where they stand there already. Call it within `withOutputs`. */
export function writePosts(root: string, posts: readonly Post[], store: Store): Promise<boolean> {
  const write = (folder: string): void => {
    for (const { slug, markdown, html } of posts) {
      writeFileSync(join(folder, `${slug}.md`), markdown);
      writeFileSync(join(folder, `${slug}.html`), html);
    }
  };
  return writeOutput(root, 'posts', { store, settings: posts.map(({ slug }) => slug), write });
}

/** Digest of all that a post is made of: its essay, the works that it cites, and what posts need beyond them. */
function keyOf(essay: Essay, { library, posts, ...context }: ForumContext): string {
  const works = essay.cites.map((key) => ({ ...library.get(key), file: null, position: null }));
  return digestOf(essay, works, [...(posts ?? [])], context);
}

async function renderPost(essay: Essay, context: ForumContext): Promise<Post> {
  // Loaded only where there is a post to render: the forum's packages are large.
  const { renderForumHtml, renderForumMarkdown } = await import('../engine/render/forum/index.ts');
  const { comparePost, convertHtml, convertMarkdown } = await import('../forum-model/index.ts');
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

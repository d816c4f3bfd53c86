import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Essay } from '../engine/model/essay.ts';
import { publicPosts, type Forum } from '../engine/model/posts.ts';
import type { Review } from '../engine/model/review.ts';
import { contentHash } from '../engine/content-hash.ts';
import type { ForumContext } from '../engine/render/forum/index.ts';
import type { Readings } from '../forum-model/index.ts';
import type { Inputs } from './inputs.ts';
import type { Post } from './render-post.ts';
import type { Cache } from './cache.ts';
import { writeOutput, type Written } from './write-output.ts';

export type PostOptions = { cache: Cache; forum: Forum };

/** Renders the posts of a review and puts each through the forum's own conversion, unless the cache holds it. */
export async function renderPosts(review: Review, { cache, forum }: PostOptions): Promise<Post[]> {
  const { config, library, posts: ledger } = review;
  const context: ForumContext = { config: config.value, library, forum, posts: publicPosts(ledger.value, forum) };
  const readings: Readings = new Map();
  const posts: Post[] = [];
  for (const essay of review.essays) {
    const key = ['posts', keyOf(essay, context)] as const;
    const known = cache.read(key) as Omit<Post, 'messages'> | undefined;
    // Loaded only where there is a post to render: the forum's packages are large.
    const post =
      known === undefined
        ? (await import('./render-post.ts')).renderPost(essay, context, readings)
        : { ...known, messages: [] };
    const { messages, ...forms } = post;
    if (known === undefined && messages.length === 0) cache.write(key, forms);
    posts.push(post);
  }
  cache.prune('posts');
  return posts;
}

/** Digest of all that a post is made of: its essay, with the works that it cites, and what posts need beyond it. */
const keyOf = ({ contentHash: hash }: Essay, { library: _, posts, ...context }: ForumContext): string =>
  contentHash(hash, [...(posts ?? [])], context);

export type WritingOptions = PostOptions & {
  inputs: Inputs;
  /** Whether `posts.zip`, with all of them and a manifest, stands beside the posts. */
  zip: boolean;
};

/** Writes the posts of a review to `posts/`, unless they stand there already. Call it within `withOutputs`. */
export function writePosts(
  root: string,
  { posts, review }: { posts: readonly Post[]; review: Review },
  options: WritingOptions,
): Promise<Written> {
  const { cache, inputs, forum, zip } = options;
  const write = async (folder: string): Promise<void> => {
    for (const [name, text] of posts.flatMap((post) => Object.entries(filesOf(post))))
      writeFileSync(join(folder, name), text);
    if (zip) writeFileSync(join(folder, 'posts.zip'), await bundle(posts, review, forum));
  };
  return writeOutput(root, 'posts', {
    cache,
    inputs,
    settings: [forum, String(zip), ...posts.map(({ slug }) => slug)],
    summary: null,
    write,
  });
}

const filesOf = ({ slug, markdown, html, text }: Post): Record<string, string> => ({
  [`${slug}.html`]: html,
  [`${slug}.md`]: markdown,
  [`${slug}.txt`]: text,
});

async function bundle(posts: readonly Post[], { essays, config }: Review, forum: Forum): Promise<Uint8Array> {
  const { bundlePosts } = await import('./bundle-posts.ts');
  const base = config.value.baseUrl.replace(/\/$/, '');
  const bundled = essays.flatMap(({ slug, frontmatter: { title, updated } }) => {
    const post = posts.find((one) => one.slug === slug);
    return post === undefined
      ? []
      : [{ slug, title, updated, canonical: `${base}/essays/${slug}/`, files: filesOf(post) }];
  });
  return bundlePosts(forum, bundled);
}

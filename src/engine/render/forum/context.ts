import { posix } from 'node:path';
import type { Essay } from '../../model/essay.ts';
import { publicPosts } from '../../model/posts.ts';
import type { Review, ReviewConfig } from '../../model/review.ts';
import { toAbsolute } from '../../model/url.ts';
import type { Library } from '../../model/work.ts';

/** The context in which an essay is rendered as a post. */
export type ForumContext = {
  config: ReviewConfig;
  library: Library;
  /**
   * Addresses of pictures in posts, without the base path, by path of the source from the project's root. The default
   * is the address on the site: `/essays/x/loss.svg`.
   */
  images?: ReadonlyMap<string, string> | undefined;
  /** Addresses of other essays' posts that readers of this forum can see, by slug. */
  posts?: ReadonlyMap<string, string> | undefined;
};

/** Returns the context of a review's posts. `images` are as in `ForumContext`. */
export const forumContextOf = (
  { config, library, posts }: Pick<Review, 'config' | 'library' | 'posts'>,
  images: ForumContext['images'],
): ForumContext => ({ config: config.value, library, images, posts: publicPosts(posts.value) });

/**
 * Returns the target of a link to a page of the site. An essay's page becomes its post if that is public; an anchor
 * within it remains on the site.
 */
export function addressOfPage(path: string, context: Pick<ForumContext, 'config' | 'posts'>): string {
  const slug = /^\/essays\/([^/#]+)\/$/.exec(path)?.[1];
  const post = slug === undefined ? undefined : context.posts?.get(slug);
  return post ?? toAbsolute(path, context.config);
}

/** Returns the address of an essay's picture, given its `src`. */
export function addressOfImage(src: string, { essay, context }: { essay: Essay; context: ForumContext }): string {
  const source = posix.join(posix.dirname(essay.path), src);
  return toAbsolute(context.images?.get(source) ?? `/essays/${essay.slug}/${posix.normalize(src)}`, context.config);
}

/** Returns the target of a citation's link: DOI, arXiv or the entry's address, else the work's page on the site. */
export function addressOfWork(key: string, context: ForumContext): string {
  const work = context.library.get(key);
  if (work === undefined) throw new Error(`No work has the key \`${key}\`. Check the essay before it is rendered.`);
  return work.link ?? toAbsolute(`/works/${work.segment}/`, context.config);
}

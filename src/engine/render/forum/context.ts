import { posix } from 'node:path';
import type { Essay } from '../../model/essay.ts';
import type { ReviewConfig } from '../../model/review.ts';
import { toAbsolute } from '../../model/url.ts';
import type { Library } from '../../model/work.ts';

/** What a post needs beyond its essay. */
export type ForumContext = {
  config: ReviewConfig;
  library: Library;
  /**
   * Addresses of pictures as posts show them, without the base path, by path of the source from the project's root; where
   * one is not named, its own: `/essays/x/loss.svg`.
   */
  images?: ReadonlyMap<string, string> | undefined;
  /** Addresses of other essays' posts that readers of this forum can see, by slug. */
  posts?: ReadonlyMap<string, string> | undefined;
};

/** Where a link to a page of the site leads: an essay's page to its post, where that is public; an anchor in it to the site. */
export function addressOfPage(path: string, context: Pick<ForumContext, 'config' | 'posts'>): string {
  const slug = /^\/essays\/([^/#]+)\/$/.exec(path)?.[1];
  const post = slug === undefined ? undefined : context.posts?.get(slug);
  return post ?? toAbsolute(path, context.config);
}

/** The address of a picture of an essay, which it names by `src`. */
export function addressOfImage(src: string, { essay, context }: { essay: Essay; context: ForumContext }): string {
  const source = posix.join(posix.dirname(essay.path), src);
  return toAbsolute(context.images?.get(source) ?? `/essays/${essay.slug}/${posix.normalize(src)}`, context.config);
}

/** Where a citation of a work leads: to its DOI, arXiv or own address, else to its page on the site. */
export function addressOfWork(key: string, context: ForumContext): string {
  const work = context.library.get(key);
  if (work === undefined) throw new Error(`No work has the key \`${key}\`. Check the essay before it is rendered.`);
  return work.link ?? toAbsolute(`/works/${work.segment}/`, context.config);
}

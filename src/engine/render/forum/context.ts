import type { ReviewConfig } from '../../model/review.ts';
import type { Library } from '../../model/work.ts';

/** What a post needs beyond its essay. */
export type ForumContext = {
  config: ReviewConfig;
  library: Library;
  /** Addresses of other essays' posts that readers of this forum can see, by slug. */
  posts?: ReadonlyMap<string, string> | undefined;
};

/** A page of the site as an absolute address: `/essays/x/#a` → `https://…/review/essays/x/#a`. */
export const toAbsolute = (path: string, { config }: Pick<ForumContext, 'config'>): string =>
  new URL(path.replace(/^\//, ''), config.baseUrl.endsWith('/') ? config.baseUrl : `${config.baseUrl}/`).href;

/** Where a link to a page of the site leads: an essay's page to its post, where that is public; a place in it stays on the site. */
export function addressOfPage(path: string, context: Pick<ForumContext, 'config' | 'posts'>): string {
  const slug = /^\/essays\/([^/#]+)\/$/.exec(path)?.[1];
  const post = slug === undefined ? undefined : context.posts?.get(slug);
  return post ?? toAbsolute(path, context);
}

/** Where a citation of a work leads: to its DOI, arXiv or own address, else to its page on the site. */
export function addressOfWork(key: string, context: ForumContext): string {
  const work = context.library.get(key);
  if (work === undefined) throw new Error(`No work has the key \`${key}\`. Check the essay before it is rendered.`);
  return work.link ?? toAbsolute(`/works/${work.segment}/`, context);
}

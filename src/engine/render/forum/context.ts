import type { Forum } from '../../model/forum.ts';
import type { ReviewConfig } from '../../model/review.ts';
import type { Library } from '../../model/work.ts';

/** What a post needs beyond its essay. */
export type ForumContext = {
  config: ReviewConfig;
  library: Library;
  /** Where none is named, LessWrong. */
  forum?: Forum | undefined;
};

/** A page of the site as an absolute address: `/essays/x/#a` → `https://…/review/essays/x/#a`. */
export const toAbsolute = (path: string, { config }: Pick<ForumContext, 'config'>): string =>
  new URL(path.replace(/^\//, ''), config.baseUrl.endsWith('/') ? config.baseUrl : `${config.baseUrl}/`).href;

/** Where a citation of a work leads: to its DOI, arXiv or own address, else to its page on the site. */
export function addressOfWork(key: string, context: ForumContext): string {
  const work = context.library.get(key);
  if (work === undefined) throw new Error(`No work has the key \`${key}\`. Check the essay before it is rendered.`);
  return work.link ?? toAbsolute(`/works/${work.segment}/`, context);
}

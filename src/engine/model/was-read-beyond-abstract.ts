import type { Finding } from './finding.ts';
import type { Review } from './review.ts';

/**
 * Whether one of a finding's works was read beyond its abstract for any sentence of the review.
 * Undefined where the finding's essay has no `support.yaml`: how its works were read is unknown.
 */
export function wasReadBeyondAbstract(
  { slug, citations }: Pick<Finding, 'slug' | 'citations'>,
  { essays }: Pick<Review, 'essays'>,
): boolean | undefined {
  const hasSupport = essays.some((essay) => essay.slug === slug && essay.support !== null);
  if (!hasSupport) return undefined;
  const records = essays.flatMap(({ support }) => support?.records ?? []);
  return records.some(({ works }) =>
    citations.some((key) => works[key]?.read === 'full-text' || works[key]?.read === 'excerpt'),
  );
}

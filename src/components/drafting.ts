import { nameOfAuthor, type Author } from '../engine/model/review.ts';
import type { Frontmatter } from '../engine/model/essay.ts';
import type { SiteReview } from '../engine/model/site.ts';
import type { Strings } from '../engine/model/strings/index.ts';

/** Returns a sentence, without its full stop, about how an essay was written and who has reviewed it. */
export function describeDrafting(
  { drafting }: Frontmatter,
  authors: readonly Author[],
  { drafting: strings }: Strings,
): string {
  const models = drafting.models.length === 0 ? '' : ` (${drafting.models.join(', ')})`;
  const reviewers = drafting.reviewedBy.map((id) => nameOfAuthor(id, authors));
  const review = reviewers.length === 0 ? strings.notReviewed : strings.reviewedBy(reviewers.join(', '));
  return `${strings[drafting.mode]}${models}, ${review}`;
}

/** Returns the exact clearance: by the review's checklist, or by whom. */
export function describeClearance(
  { clearance }: Frontmatter,
  { config, authors }: Pick<SiteReview, 'config' | 'authors'>,
  { clearance: strings }: Strings,
): string {
  if (clearance.status !== 'cleared') return strings.notCleared(strings.status[clearance.status]);
  return strings.clearedBy(
    clearance.by === 'checklist'
      ? (config.checklist?.name ?? strings.checklist)
      : nameOfAuthor(clearance.by ?? '', authors),
  );
}

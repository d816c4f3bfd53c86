import type { Author } from '../engine/model/review.ts';
import type { Frontmatter } from '../engine/model/essay.ts';

const drafted = {
  human: 'Written by people',
  assisted: 'Written with the help of a language model',
  model: 'Drafted with a language model',
} as const;

/** How an essay was written and who has reviewed it, as a sentence without its full stop. */
export function describeDrafting({ drafting }: Frontmatter, authors: readonly Author[]): string {
  const models = drafting.models.length === 0 ? '' : ` (${drafting.models.join(', ')})`;
  const reviewers = drafting.reviewedBy.map((id) => authors.find((author) => author.id === id)?.name ?? id);
  const review = reviewers.length === 0 ? 'not yet reviewed by a person' : `reviewed by ${reviewers.join(', ')}`;
  return `${drafted[drafting.mode]}${models}, ${review}`;
}

/** What clearance says, exactly: by the checklist or by whom, and when. */
export function describeClearance({ clearance }: Frontmatter, authors: readonly Author[]): string {
  if (clearance.status !== 'cleared') return `Clearance: ${clearance.status}`;
  return clearance.by === 'checklist'
    ? 'cleared by checklist'
    : `cleared by ${authors.find(({ id }) => id === clearance.by)?.name ?? clearance.by}`;
}

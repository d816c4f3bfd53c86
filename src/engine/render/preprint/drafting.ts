import type { Review } from '../../model/review.ts';
import { renderRows, section } from './appendix.ts';
import type { PreprintState } from './context.ts';

/** How each essay was written, reviewed and cleared, as an appendix. */
export function renderDrafting({ essays, authors, config }: Review, state: PreprintState): string {
  const { drafting, clearance, preprint, coverage } = state.strings;
  const nameOf = (id: string): string => authors.value.find((author) => author.id === id)?.name ?? id;
  const rows = essays.map(({ frontmatter }) => {
    const { mode, models, reviewedBy } = frontmatter.drafting;
    const { status, by } = frontmatter.clearance;
    const cleared = by === 'checklist' ? (config.value.checklist?.name ?? clearance.checklist) : nameOf(by ?? '');
    return [
      frontmatter.title,
      `${drafting[mode]}${models.length === 0 ? '' : ` (${models.join(', ')})`}`,
      reviewedBy.length === 0 ? drafting.notReviewed : drafting.reviewedBy(reviewedBy.map(nameOf).join(', ')),
      status === 'cleared' ? clearance.clearedBy(cleared) : clearance.notCleared(clearance.status[status]),
    ];
  });
  const head = [coverage.essay, preprint.written, preprint.reviewed, preprint.cleared];
  return [section(preprint.drafting, state), renderRows(head, rows, state)].join('\n\n');
}

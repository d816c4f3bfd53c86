import type { Essay } from '../../model/essay.ts';
import { nameOfAuthor, type Review } from '../../model/review.ts';
import { section } from './appendix.ts';
import type { PreprintState } from './context.ts';
import { say } from './front-matter.ts';

/**
 * Renders the appendix on how the essays were written, reviewed and cleared. Essays with the same history share a
 * paragraph.
 */
export function renderDrafting(review: Review, state: PreprintState): string {
  const groups = Map.groupBy(review.essays, (essay) => describe(essay, review, state));
  const paragraphs = [...groups].map(([description, essays]) => {
    const titles = essays.map(({ frontmatter }) => say(`“${frontmatter.title}”`, state)).join(', ');
    return `\\textbf{${say(description, state)}:} ${titles}.`;
  });
  return [section(state.strings.preprint.drafting, state), ...paragraphs].join('\n\n');
}

function describe({ frontmatter }: Essay, { authors, config }: Review, { strings }: PreprintState): string {
  const { drafting, clearance } = strings;
  const nameOf = (id: string): string => nameOfAuthor(id, authors.value);
  const { mode, models, reviewedBy } = frontmatter.drafting;
  const { status, by } = frontmatter.clearance;
  const cleared = by === 'checklist' ? (config.value.checklist?.name ?? clearance.checklist) : nameOf(by ?? '');
  return [
    `${drafting[mode]}${models.length === 0 ? '' : ` (${models.join(', ')})`}`,
    reviewedBy.length === 0 ? drafting.notReviewed : drafting.reviewedBy(reviewedBy.map(nameOf).join(', ')),
    status === 'cleared' ? clearance.clearedBy(cleared) : clearance.notCleared(clearance.status[status]),
  ].join(', ');
}

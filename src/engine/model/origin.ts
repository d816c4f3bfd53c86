import type { Frontmatter } from './essay.ts';
import type { Strings } from './strings/index.ts';

/** How a copy of an essay says that a language model had a part in it, as a sentence after a space; nothing of a human draft. */
export function formatDrafting({ drafting }: Frontmatter, { copy }: Pick<Strings, 'copy'>): string {
  if (drafting.mode === 'human') return '';
  const models = drafting.models.join(', ');
  return `${copy[drafting.mode](models)}${drafting.reviewedBy.length === 0 ? copy.notReviewed : ''}.`;
}

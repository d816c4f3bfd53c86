import type { Frontmatter } from './essay.ts';
import type { Strings } from './strings/index.ts';

/**
 * Formats the statement that a language model helped to write an essay, as a sentence after a space; empty for a human
 * draft.
 */
export function formatDrafting({ drafting }: Frontmatter, { copy }: Pick<Strings, 'copy'>): string {
  if (drafting.mode === 'human') return '';
  const models = drafting.models.join(', ');
  return `${copy[drafting.mode](models)}${drafting.reviewedBy.length === 0 ? copy.notReviewed : ''}.`;
}

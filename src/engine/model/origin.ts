import type { Frontmatter } from './essay.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-24` → "24 November 2026". */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}

/** How a copy of an essay says that a language model had a part in it, as a sentence after a space; nothing of a human draft. */
export function formatDrafting({ drafting }: Frontmatter): string {
  if (drafting.mode === 'human') return '';
  const how = drafting.mode === 'model' ? 'drafted with a language model' : 'written with the help of a language model';
  const review = drafting.reviewedBy.length === 0 ? ' and has not been reviewed by a person yet' : '';
  return ` It was ${how} (${drafting.models.join(', ')})${review}.`;
}

/** What a copy of an essay that is not cleared says first. */
export const notCleared = 'A draft that is not cleared for publication. It must not be posted.';

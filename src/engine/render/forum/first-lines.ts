import type { PhrasingContent, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { isCleared } from '../../model/published.ts';
import { toAbsolute, type ForumContext } from './context.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** What stands before the body: where the canonical copy is, and how the essay was written and reviewed. */
export function renderFirstLines({ slug, frontmatter }: Essay, context: ForumContext): RootContent[] {
  const { title } = context.config;
  const link = (url: string, value: string): PhrasingContent => ({ type: 'link', url, children: [{ type: 'text', value }] });
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const words = [
    text('This is a copy, as of '),
    text(formatDay(frontmatter.updated)),
    text(', of '),
    link(toAbsolute(`/essays/${slug}/`, context), 'the canonical version'),
    text(', which is kept up to date. It is an essay of the review “'),
    link(toAbsolute('/', context), title),
    text(`”.${draftingOf(frontmatter)}`),
  ];
  const warning: PhrasingContent[] = isCleared({ frontmatter }) ? [] : [{ type: 'strong', children: [text(notCleared)] }, text(' ')];
  return [{ type: 'paragraph', children: [...warning, { type: 'emphasis', children: words }] }];
}

const notCleared = 'A draft that is not cleared for publication. It must not be posted.';

function draftingOf({ drafting }: Essay['frontmatter']): string {
  if (drafting.mode === 'human') return '';
  const how = drafting.mode === 'model' ? 'drafted with a language model' : 'written with the help of a language model';
  const review = drafting.reviewedBy.length === 0 ? ' and has not been reviewed by a person yet' : '';
  return ` It was ${how} (${drafting.models.join(', ')})${review}.`;
}

/** `2026-11-24` → "24 November 2026". */
function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}

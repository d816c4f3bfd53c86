import type { PhrasingContent, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { formatDay, formatDrafting, notCleared } from '../../model/origin.ts';
import { isCleared } from '../../model/published.ts';
import { toAbsolute, type ForumContext } from './context.ts';

/** The forum shows footnotes outside of the blocks that mark what a model wrote. */
const notes = ' That includes the notes at the end.';

/** What stands before the body: where the canonical copy is, and how the essay was written and reviewed. */
export function renderFirstLines(
  { slug, frontmatter }: Essay,
  context: ForumContext,
  { hasFootnotes }: { hasFootnotes: boolean },
): RootContent[] {
  const { title } = context.config;
  const link = (url: string, value: string): PhrasingContent => ({
    type: 'link',
    url,
    children: [{ type: 'text', value }],
  });
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const words = [
    text('This is a copy, as of '),
    text(formatDay(frontmatter.updated)),
    text(', of '),
    link(toAbsolute(`/essays/${slug}/`, context), 'the canonical version'),
    text(', which is kept up to date. It is an essay of the review “'),
    link(toAbsolute('/', context), title),
    text(`”.${formatDrafting(frontmatter)}${hasFootnotes && frontmatter.drafting.mode !== 'human' ? notes : ''}`),
  ];
  const warning: PhrasingContent[] = isCleared({ frontmatter })
    ? []
    : [{ type: 'strong', children: [text(notCleared)] }, text(' ')];
  return [{ type: 'paragraph', children: [...warning, { type: 'emphasis', children: words }] }];
}

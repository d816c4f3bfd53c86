import type { PhrasingContent, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { formatDrafting } from '../../model/origin.ts';
import { isCleared } from '../../model/published.ts';
import { stringsOf } from '../../model/strings/index.ts';
import { toAbsolute } from '../../model/url.ts';
import type { ForumContext } from './context.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** Renders the lines before the body: the link to the canonical copy, and how the essay was written and reviewed. */
export function renderFirstLines(
  { slug, frontmatter }: Essay,
  context: ForumContext,
  { hasFootnotes }: { hasFootnotes: boolean },
): RootContent[] {
  const { title, locale } = context.config;
  const strings = stringsOf(locale);
  const { copy } = strings;
  const isRetired = frontmatter.retired !== undefined;
  // The forum shows footnotes outside the blocks that mark model-written text.
  const notes = hasFootnotes && frontmatter.drafting.mode !== 'human' ? copy.withNotes : '';
  const link = (url: string, value: string): PhrasingContent => ({
    type: 'link',
    url,
    children: [{ type: 'text', value }],
  });
  const words = [
    text(copy.asOf(strings.day(frontmatter.updated), isRetired)),
    link(toAbsolute(`/essays/${slug}/`, context.config), copy.canonical),
    text(copy.ofReview(isRetired)),
    link(toAbsolute('/', context.config), title),
    text(`${copy.end}${formatDrafting(frontmatter, strings)}${notes}`),
  ];
  const warning: PhrasingContent[] = isCleared({ frontmatter })
    ? []
    : [{ type: 'strong', children: [text(copy.notCleared)] }, text(' ')];
  const first = [...warning, ...renderRetired(frontmatter, context)];
  return [{ type: 'paragraph', children: [...first, { type: 'emphasis', children: words }] }];
}

/** Renders the notice of a retired essay, with the reason and its replacement. */
function renderRetired({ retired }: Essay['frontmatter'], { config }: ForumContext): PhrasingContent[] {
  if (retired === undefined) return [];
  const strings = stringsOf(config.locale);
  const { on, reason, replacedBy } = retired;
  const head: PhrasingContent = { type: 'strong', children: [text(strings.retired.head(strings.day(on)))] };
  if (replacedBy === undefined) return [head, text(` ${reason} `)];
  const url = toAbsolute(`/essays/${replacedBy}/`, config);
  const successor: PhrasingContent = { type: 'link', url, children: [text(strings.retired.replacement)] };
  return [head, text(` ${reason} ${strings.retired.replacedBy} `), successor, text('. ')];
}

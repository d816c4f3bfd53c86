import MarkdownIt from 'markdown-it';
import container from 'markdown-it-container';
import footnote from 'markdown-it-footnote';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import { collapsible } from './collapsible.ts';
import { footnotes } from './footnotes.ts';
import { math } from './math.ts';
import { modelWritten } from './model-written.ts';
import { spoilers } from './spoilers.ts';

const forum = new MarkdownIt({ linkify: true })
  .use(math)
  .use(modelWritten)
  .use(spoilers)
  .use(container, 'spoiler')
  .use(footnote)
  .use(footnotes)
  .use(sub)
  .use(sup)
  .use(collapsible);

/**
 * Renders a post's Markdown to the HTML of the forums' first step. Raw HTML becomes text, bare addresses become links.
 */
export const renderMarkdown = (markdown: string): string => forum.render(markdown, {});

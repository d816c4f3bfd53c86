import { findMath } from './find-math.ts';
import { renderMarkdown } from './markdown/index.ts';
import { sanitize } from './sanitize.ts';

/** HTML that readers of the forum get of a post that was sent as Markdown. */
export const convertMarkdown = (markdown: string): string => sanitize(findMath(renderMarkdown(markdown)));

/** HTML that readers of the forum get of a post that was sent as HTML. */
export const convertHtml = (html: string): string => findMath(sanitize(html));

import { findMath } from './find-math.ts';
import { renderDraftMarkdown, renderMarkdown } from './markdown/index.ts';
import { closeModelWritten, openModelWritten } from './markdown/model-written.ts';
import type { Readings } from './read-tex.ts';
import { sanitize } from './sanitize.ts';

/** HTML that readers of the forum get of a post that was sent as Markdown; `readings` saves formulas that were read before. */
export const convertMarkdown = (markdown: string, readings: Readings = new Map()): string =>
  sanitize(findMath(renderMarkdown(markdown), readings));

/** HTML that readers of the forum get of a post that was sent as HTML. */
export const convertHtml = (html: string, readings: Readings = new Map()): string => findMath(sanitize(html), readings);

/** What is inserted into a draft at once: Markdown, or Markdown that a language model wrote. */
export type DraftBlock =
  { kind: 'markdown'; markdown: string } | { kind: 'model-written'; markdown: string; model: string };

const endnotes = '<ol class="footnotes footnote-section"';

/** HTML that readers of the forum get of a draft into which blocks were inserted one after another; footnotes go to its end. */
export function convertBlocks(blocks: readonly DraftBlock[], readings: Readings = new Map()): string {
  let body = '';
  let items = '';
  for (const block of blocks) {
    const footnotesBefore = items.split('<li class="footnote-item"').length - 1;
    const html = renderDraftMarkdown(block.markdown, { footnotesBefore });
    const end = html.includes(endnotes) ? html.lastIndexOf(endnotes) : html.length;
    const text = html.slice(0, end);
    body += block.kind === 'markdown' ? text : `${openModelWritten(block.model)}${text}${closeModelWritten}`;
    if (end < html.length) items += html.slice(html.indexOf('>', end) + 1, html.lastIndexOf('</ol>'));
  }
  const list = items === '' ? '' : `${endnotes} data-footnote-section="" role="doc-endnotes">${items}</ol>\n`;
  return findMath(sanitize(body + list), readings);
}

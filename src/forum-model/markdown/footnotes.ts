import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.js';
import * as z from 'zod';

const Meta = z.object({ id: z.int(), subId: z.int().default(0) });

type Footnote = {
  number: number;
  /** Number of earlier calls of the same footnote. */
  earlierCalls: number;
};

function footnoteOf(token: Token | undefined): Footnote {
  const { id, subId } = Meta.parse(token?.meta);
  return { number: id + 1, earlierCalls: subId };
}

const formatNumber = ({ number, earlierCalls }: Footnote): string =>
  earlierCalls > 0 ? `${number}:${earlierCalls}` : String(number);

/**
 * Renders the tokens of `markdown-it-footnote` as the forum does, numbered from 1 in the order of their calls.
 *
 * A second call is shown as `[1:1]` and has the id of the first, so its back link is broken. The forum puts a random
 * word before the numbers in ids. Source: `lib/utils/markdownItPlugins.ts`.
 */
export function footnotes(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules.footnote_ref = (tokens, index) => {
    const footnote = footnoteOf(tokens[index]);
    const { number } = footnote;
    const attributes = `data-footnote-reference="" data-footnote-index="${number}" data-footnote-id="${number}"`;
    const link = `<sup><a href="#fn${number}" class="">[${formatNumber(footnote)}]</a></sup>`;
    return `<span ${attributes} role="doc-noteref" id="fnref${number}" class="footnote-reference">\n      ${link}\n    </span>`;
  };
  rules.footnote_block_open = () =>
    '<ol data-footnote-section="" role="doc-endnotes" class="footnote-section footnotes">';
  rules.footnote_block_close = () => '</ol>\n';
  rules.footnote_open = (tokens, index) => {
    const { number } = footnoteOf(tokens[index]);
    const attributes = `data-footnote-item="" data-footnote-index="${number}" data-footnote-id="${number}"`;
    return `<li ${attributes} id="fn${number}" role="doc-endnote" class="footnote-item">`;
  };
  rules.footnote_close = () => '</li>\n';
  rules.footnote_anchor = (tokens, index) =>
    ` <a href="#fnref${formatNumber(footnoteOf(tokens[index]))}" class="footnote-backref">\u21a9\uFE0E</a>`;
}

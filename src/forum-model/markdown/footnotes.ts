import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.js';
import * as z from 'zod';

const Meta = z.object({ id: z.int() });

const numberOf = (token: Token | undefined): number => Meta.parse(token?.meta).id + 1;

/** The forums' own HTML of `markdown-it-footnote`'s tokens, which are numbered from 1 in the order of their calls. */
export function footnotes(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules.footnote_ref = (tokens, index) => {
    const number = numberOf(tokens[index]);
    const names = `data-footnote-reference="" data-footnote-index="${number}" data-footnote-id="${number}"`;
    return `<span class="footnote-reference" ${names} role="doc-noteref" id="fnref${number}"><sup><a href="#fn${number}">[${number}]</a></sup></span>`;
  };
  rules.footnote_block_open = () =>
    '<ol class="footnotes footnote-section" data-footnote-section="" role="doc-endnotes">\n';
  rules.footnote_block_close = () => '</ol>\n';
  rules.footnote_open = (tokens, index) => {
    const number = numberOf(tokens[index]);
    const names = `data-footnote-item="" data-footnote-index="${number}" data-footnote-id="${number}"`;
    const back = `<span class="footnote-back-link" data-footnote-back-link="" data-footnote-id="${number}"><sup><strong><a href="#fnref${number}">^</a></strong></sup></span>`;
    return `<li class="footnote-item" ${names} id="fn${number}" role="doc-endnote">${back}<div class="footnote-content" data-footnote-content="">`;
  };
  rules.footnote_close = () => '</div></li>\n';
  rules.footnote_anchor = () => '';
}

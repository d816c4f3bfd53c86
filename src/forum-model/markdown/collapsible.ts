import type MarkdownIt from 'markdown-it';
import { fencedBlock } from './fenced-block.ts';

/**
 * `+++ Title` … `+++`: a section that opens when asked for; `++>` starts open.
 *
 * The stray `</span>` is the forums' own: MathJax's parser gives up at it, so such a post shows no math at all.
 */
export function collapsible(markdown: MarkdownIt): void {
  fencedBlock(markdown, {
    name: 'collapsible',
    open: (line) => {
      const [, marker = '', title = ''] = /^(\+{3,}|\+{2,}>)\s*(\S.*)$/.exec(line) ?? [];
      if (title === '' || /\+{3,}$/.test(title)) return null;
      const open = marker.endsWith('>') ? ' open=""' : '';
      const summary = markdown.renderInline(title);
      return `<details class="detailsBlock"${open}><summary class="detailsBlockTitle">${summary}</span></summary><div class="detailsBlockContent">\n`;
    },
    closes: (line, opening) => line === '+'.repeat(/^\+*/.exec(opening)?.[0].length ?? 3),
    withoutEnd: 'none',
    after: '</div></details>\n',
  });
}

import type MarkdownIt from 'markdown-it';
import { fencedBlock } from './fenced-block.ts';

/**
 * Adds `+++ Title` … `+++`: a section that readers expand.
 *
 * A title that begins with `#` is read as a heading, and is empty if no text follows. The stray `</span>` is the
 * forum's own. Source: `lib/utils/markdownCollapsibleSections.ts`.
 */
export function collapsible(markdown: MarkdownIt): void {
  fencedBlock(markdown, {
    name: 'collapsible',
    open: (line) => {
      const marker = markerOf(line);
      const title = line.slice(marker.length).trim();
      if (marker.length < 3 || title === '' || title.endsWith(marker)) return null;
      const summary = title.startsWith('#') ? markdown.render(title) : `</span>${markdown.renderInline(title)}`;
      return `<details class="detailsBlock"><summary class="detailsBlockTitle">${summary}</summary><div class="detailsBlockContent">`;
    },
    closes: (line, opening, indent) => indent < 4 && line === markerOf(opening),
    mayBeEmpty: false,
    after: '</div></details>\n',
  });
}

const markerOf = (line: string): string => /^\++>?/.exec(line)?.[0] ?? '';

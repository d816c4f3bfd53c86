import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.js';
import { sourceOfLine } from './fenced-block.ts';

/** Adds lines that start with `>!`: Markdown that is hidden until the reader hovers over it. */
export function spoilers(markdown: MarkdownIt): void {
  const rule = (state: StateBlock, start: number, end: number, silent: boolean): boolean => {
    const lines = spoilerLines(state, start, end);
    if (lines.length === 0) return false;
    if (silent) return true;
    state.push('spoilers_open', 'div', 1);
    state.md.block.parse(lines.join('\n'), state.md, state.env, state.tokens);
    state.push('spoilers_close', 'div', -1);
    state.line = start + lines.length;
    return true;
  };
  markdown.block.ruler.before('blockquote', 'spoilers', rule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.renderer.rules.spoilers_open = () => '<div class="spoilers">';
  markdown.renderer.rules.spoilers_close = () => '</div>\n';
}

function spoilerLines(state: StateBlock, start: number, end: number): string[] {
  const lines: string[] = [];
  for (let line = start; line < end; line++) {
    const match = /^>! ?(.*)$/.exec(sourceOfLine(state, line));
    if (match === null) break;
    lines.push(match[1] ?? '');
  }
  return lines;
}

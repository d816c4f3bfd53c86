import type MarkdownIt from 'markdown-it';
import { fencedBlock } from './fenced-block.ts';

/**
 * Adds `%%% llm-output model="NAME"` … `%%% /llm-output`: text by a language model. Without an end, it includes all
 * that follows.
 *
 * Source: `lib/utils/markdownItPlugins.ts`.
 */
export function modelWritten(markdown: MarkdownIt): void {
  fencedBlock(markdown, {
    name: 'model_written',
    open: (line) => {
      const match = /^%%%[ \t]+llm-output(?:[ \t]+model="([^"]*)")?$/.exec(line);
      return match && openModelWritten(markdown.utils.escapeHtml(match[1] ?? ''));
    },
    closes: (line) => /^%%%[ \t]+\/llm-output$/.test(line),
    mayBeEmpty: true,
    after: '</div>\n</div>\n',
  });
}

const openModelWritten = (model: string): string =>
  `<div class="llm-content-block" data-model-name="${model}">\n<div class="llm-content-block-content">\n`;

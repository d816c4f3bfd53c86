import type MarkdownIt from 'markdown-it';
import { fencedBlock } from './fenced-block.ts';

/** `%%% llm-output model="NAME"` … `%%% /llm-output`: text that a language model wrote. */
export function modelWritten(markdown: MarkdownIt): void {
  fencedBlock(markdown, {
    name: 'model_written',
    open: (line) => {
      const model = /^%%% llm-output model="([^"]*)"$/.exec(line)?.[1];
      if (model === undefined) return null;
      return `<div class="llm-content-block" data-model-name="${markdown.utils.escapeHtml(model)}"><div class="llm-content-block-content">\n`;
    },
    closes: (line) => line === '%%% /llm-output',
    after: '</div></div>\n',
  });
}

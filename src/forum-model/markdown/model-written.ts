import type MarkdownIt from 'markdown-it';
import { fencedBlock } from './fenced-block.ts';

/** `%%% llm-output model="NAME"` … `%%% /llm-output`: text that a language model wrote; without an end, all that follows. */
export function modelWritten(markdown: MarkdownIt): void {
  fencedBlock(markdown, {
    name: 'model_written',
    open: (line) => {
      const found = /^%%%[ \t]+llm-output(?:[ \t]+model="([^"]*)")?$/.exec(line);
      return found && openModelWritten(found[1] ?? '');
    },
    closes: (line) => /^%%%[ \t]+\/llm-output$/.test(line),
    withoutEnd: 'rest',
    after: closeModelWritten,
  });
}

/** The HTML before and after text that a model wrote. */
const openModelWritten = (model: string): string =>
  `<div class="llm-content-block" data-model-name="${escapeAttribute(model)}"><div class="llm-content-block-content">\n`;

const closeModelWritten = '</div></div>\n';

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

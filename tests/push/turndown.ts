import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';

const service = new TurndownService();
service.use(gfm);
service.addRule('sub', { filter: ['sub'], replacement: (content) => `~${content}~` });
service.addRule('sup', { filter: ['sup'], replacement: (content) => `^${content}^` });
service.addRule('math', {
  filter: (node) => node.classList.contains('math-tex'),
  replacement: (_content, node) => {
    const [, display, tex = ''] = /^\\([([])(.*)\\[)\]]$/s.exec(node.textContent ?? '') ?? [];
    return display === '[' ? `$$${tex}$$` : `$${tex}$`;
  },
});
service.addRule('model-written', {
  filter: (node) => node.classList.contains('llm-content-block'),
  replacement: (content, node) =>
    `\n\n%%% llm-output model="${'getAttribute' in node ? node.getAttribute('data-model-name') : ''}"\n\n${content.trim()}\n\n%%% /llm-output\n\n`,
});
service.addRule('collapsible', {
  filter: (node) => node.classList.contains('detailsBlock'),
  replacement: (content) => `\n\n+++ ${content.trim()}\n\n+++\n\n`,
});
service.addRule('footnote call', {
  filter: (node) => node.classList.contains('footnote-reference'),
  replacement: (_content, node) => `[^${'getAttribute' in node ? node.getAttribute('data-footnote-id') : ''}]`,
});
service.addRule('footnote', {
  filter: (node) => node.classList.contains('footnote-item'),
  replacement: (content, node) =>
    `\n\n[^${'getAttribute' in node ? node.getAttribute('data-footnote-id') : ''}]: ${content.trim().replace(/\n/g, '\n    ')}\n\n`,
});
service.addRule('footnotes', {
  filter: (node) => node.classList.contains('footnotes'),
  replacement: (content) => `\n\n${content}\n\n`,
});
service.addRule('back link', {
  filter: (node) => node.classList.contains('footnote-back-link'),
  replacement: () => '',
});

/** A post's HTML as the Markdown that the forums show of it: they convert it with the same package. */
export const toReading = (html: string): string => service.turndown(html);
